{#
    Written by `selaras compile`: the digest of every file of the rule book as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'blts.yml': 'ca6a17cae167456779a09dfb4e97d5904ad47c70830d4f226565a994a2656043',
        'diploma_relief.yml': 'f214d2a259428b886f8f195c74a659b3370a707bbcc0e80292993e8f910e0b90',
        'kaj.yml': '9a02c8727544b0734725c5360a1e0e3d8c2ba21cc729a09e18527d1b1baa0838',
        'kipk.yml': 'e241ea15615952c475c2fd996e67d98036c5fd48a087236f2ed9c378d4397eef',
        'kjmu.yml': 'ae13a78ee1125c6f5fe636c7e9877ae815a7d6146f87ee31c3809f0fc1d095b6',
        'kjp_plus.yml': '1cd828d91a5a25874ac1a639e00e39c69ead518ffefd8771a3998b15fb5e53f9',
        'klj.yml': '7fbe9d526d4adb47cefa862019c9f032113473f55ccce3e40649ae009da7cb33',
        'kpdj.yml': '71fce5af6b72ac1bccd74296dc5610d5d9101a28854035e3fe0df62770d0c3ae',
        'linkage.yml': '6420a6aedf75aa2d355759a09118a7c0003547ab6d81efd5cc4b3225bb59ee38',
        'overlaps.yml': '4952b254dbbf28c59e08822615aca54d7996ecc4bdbcd0caac909dde5948bc53',
        'pbi_apbd.yml': '59916a57ffc0b48afa95a65dad69f24a697f3c9568a7d8e1df76ebf4a953d3aa',
        'pbi_jk.yml': 'c4a0645b80045f2ac7be5563a2b030c580309bba0a22d889c430e68bbaac3481',
        'pip.yml': '387652418758d037a7ca7ce89c6a8a92156a5ab864d1e72fbdc2cf90fe4e40ae',
        'pkh.yml': 'd35c0c26afe77187eb83fe778fe400e7162f700ef1d81a67d32464e96deff7e2',
        'programmes.yml': 'f699ca7823a58b424b47e3764c56648d19d2bb5eb2be4aee043e01fb1d6b6483',
        'sembako.yml': '26d4932c038457adecba5e2af6f1fec4d58617a18cdd8605a0c4f0867066ed61',
        'vocabulary.yml': '7b3420d825f98862c41b73aa1028c3e2f88430195513185d7334e30b748e0767',
        'linkage/model.yml': '233a24c5410e53002cdeb6e6d8733d1d9a196bd1192b2820fa7190543a15f074'
    }) }}
{% endmacro %}
