{#
    Written by `selaras compile`: the digest of every file of the rule book as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'blts.yml': 'ca6a17cae167456779a09dfb4e97d5904ad47c70830d4f226565a994a2656043',
        'diploma_relief.yml': 'ab5a4e1279a19ad04d2f9a491cff4e26bee622eef7fa708bf89d56369f4e96dc',
        'kaj.yml': '6391fb8cf9130c69882a244f287baec6f52173398d911225a8541e5f431de0b6',
        'kipk.yml': '3b8c4d89e22318261878c5ecc17983911e6619127f684baeeec57879950d14db',
        'kjmu.yml': '40c2c8a52973cf4e2b49cd6ebf0e79e5e341ab59190df16c55e858b59d1344ee',
        'kjp_plus.yml': '074334ccf409873ae51cb83c7638b0b256080c12320465b456ff5fd6e64f1010',
        'klj.yml': '04397e67111710cc167af9a39c13d0f74cdd17461d4c7369f150b91557e67393',
        'kpdj.yml': '7aaba22329d6cd1616ec7275b391a538780407c719a5d4f82fb088f2e72af136',
        'overlaps.yml': '8eff5518f7d85b7bf57d4f58ef6a4f3e60938ab97db3019969d3fde4a79e443f',
        'pbi_apbd.yml': '23c13e4d7cfd29a2bbee47c82710a6a078374f757626c9703e5f413278e23b8d',
        'pbi_jk.yml': '98e4fd4dcd9baa9270954c20116fb8cc1f580f452b84f7b6a13c2a26b527cb69',
        'pip.yml': '092b18f3c9cf0eb85ccb824652dca5f426d9369fbea014bfbc49629940bf1fe7',
        'pkh.yml': 'efbdbcaaf5e76db4a5eb0cbb065a84f8cbcbc158260367b1dda91b7f36c6a00c',
        'programmes.yml': 'e3906ac4e003cfe8a885795b30c59ed04cc7b482856191a5d2d362346c042ab4',
        'sembako.yml': 'aa04e0b960d84424f8f9962bd470883dc7e1b1ce9da754914ca9c07852b20325',
        'vocabulary.yml': '464f4266895166571e80589a1ea7d5b8d7970cdaa4a9b8f0bae1339734682a57'
    }) }}
{% endmacro %}
