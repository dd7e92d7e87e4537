{#
    Written by `selaras compile`: the digest of every file of the rule book as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'blts.yml': 'ca6a17cae167456779a09dfb4e97d5904ad47c70830d4f226565a994a2656043',
        'diploma_relief.yml': 'f214d2a259428b886f8f195c74a659b3370a707bbcc0e80292993e8f910e0b90',
        'kaj.yml': 'a63f1c2af1d6274ebc6361043564b28b4185728007a65e89e720bd29981c9036',
        'kipk.yml': 'e241ea15615952c475c2fd996e67d98036c5fd48a087236f2ed9c378d4397eef',
        'kjmu.yml': 'fef5eecfdb740d75539fe3066eed89b1e6591ad1e93a4bea75a214e2b432dd74',
        'kjp_plus.yml': '38168a157b5319b6105da54f3303ff4fcedea1f4b934cf957a063b632a896f5e',
        'klj.yml': 'd41f7b09a02097934dfe46ccc9b17a7206a9fbf40b865de9d9b38b7af7b9ebb1',
        'kpdj.yml': 'a8d24caa48e532be11680b7e0377ca4a9ae645e1001905aaa12d93fe899ee8b9',
        'overlaps.yml': '1739e78ec52f54bde3911aa0ea3ea9e8632b9793147d5ea329c2b3172d84efa2',
        'pbi_apbd.yml': '275e86ba2c71aef920c3f57fb2ef286818ecaed7c817d7231b3c81b26fcddc54',
        'pbi_jk.yml': 'c4a0645b80045f2ac7be5563a2b030c580309bba0a22d889c430e68bbaac3481',
        'pip.yml': 'af7799d74910d63176b827fa3faa94a362f6690ea38e617dcc431b49e9af3dfc',
        'pkh.yml': 'd35c0c26afe77187eb83fe778fe400e7162f700ef1d81a67d32464e96deff7e2',
        'programmes.yml': 'e3906ac4e003cfe8a885795b30c59ed04cc7b482856191a5d2d362346c042ab4',
        'sembako.yml': '26d4932c038457adecba5e2af6f1fec4d58617a18cdd8605a0c4f0867066ed61',
        'vocabulary.yml': 'bc4a7e818f2cce89fa7cfd0cecb33e6cbea4940277ec84f506ee65ca623ffe9e'
    }) }}
{% endmacro %}
