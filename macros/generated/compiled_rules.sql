{#
    Written by `selaras compile`: the digest of every file of the rule book as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'blts.yml': 'ca6a17cae167456779a09dfb4e97d5904ad47c70830d4f226565a994a2656043',
        'diploma_relief.yml': 'f214d2a259428b886f8f195c74a659b3370a707bbcc0e80292993e8f910e0b90',
        'kaj.yml': '276e9b790c460f1bb7868527b8faa22836a26fde992a4ade4ad6d5299f9f0b78',
        'kipk.yml': 'e241ea15615952c475c2fd996e67d98036c5fd48a087236f2ed9c378d4397eef',
        'kjmu.yml': '37e2d9dcb5a60b0db3ee16f3da74f2baf292c6cf3017f1955adcfcb750977b77',
        'kjp_plus.yml': 'f46263bab9d9a40feaf545f41e63b8c5b973a86681ab63ed26c728a31e9a1e0b',
        'klj.yml': '36995f1d7e540e105f03701b4f788d49e5d95539fc0d84c66ba1e08ca2ff348d',
        'kpdj.yml': '1451473e04e73f81b69f26c424baf4cefc9961be06d4654fb91444645ac27273',
        'overlaps.yml': '1739e78ec52f54bde3911aa0ea3ea9e8632b9793147d5ea329c2b3172d84efa2',
        'pbi_apbd.yml': '59916a57ffc0b48afa95a65dad69f24a697f3c9568a7d8e1df76ebf4a953d3aa',
        'pbi_jk.yml': 'c4a0645b80045f2ac7be5563a2b030c580309bba0a22d889c430e68bbaac3481',
        'pip.yml': '387652418758d037a7ca7ce89c6a8a92156a5ab864d1e72fbdc2cf90fe4e40ae',
        'pkh.yml': 'd35c0c26afe77187eb83fe778fe400e7162f700ef1d81a67d32464e96deff7e2',
        'programmes.yml': 'f699ca7823a58b424b47e3764c56648d19d2bb5eb2be4aee043e01fb1d6b6483',
        'sembako.yml': '26d4932c038457adecba5e2af6f1fec4d58617a18cdd8605a0c4f0867066ed61',
        'vocabulary.yml': 'ab2166b923eeed7acacaae58cf89a4c7d7f532111f22dc1ca62c4b43939dc167'
    }) }}
{% endmacro %}
