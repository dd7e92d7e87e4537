{#
    Written by `selaras compile`: the digest of every file of the rule book as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'blts.yml': 'ca6a17cae167456779a09dfb4e97d5904ad47c70830d4f226565a994a2656043',
        'diploma_relief.yml': 'ab5a4e1279a19ad04d2f9a491cff4e26bee622eef7fa708bf89d56369f4e96dc',
        'kaj.yml': '71138dd67e74890c0316f14e94c8e11895b108976d43b55df5166e94f4e074b2',
        'kipk.yml': '3b8c4d89e22318261878c5ecc17983911e6619127f684baeeec57879950d14db',
        'kjmu.yml': '31730a2a7196bfc528ba4f74826e6b56ffe550ac8f9d1edd317222154a396fd2',
        'kjp_plus.yml': '2252cb25e9f0c402c5182b43b83274cda8b061f84ad56132c6de2deb1b2b80a5',
        'klj.yml': '0218fb849a6376fcd63a23dbf86583afe7ecf4f77b3c7457d5445551c4b414cd',
        'kpdj.yml': 'ca20d50302f66450fc568193f7a07e5def22bd031fb246c11e73483a01916209',
        'overlaps.yml': '8eff5518f7d85b7bf57d4f58ef6a4f3e60938ab97db3019969d3fde4a79e443f',
        'pbi_apbd.yml': '29d28884a24acb55505048a07f4c0759937b60f5858790e49a2415d50b9b1c38',
        'pbi_jk.yml': '98e4fd4dcd9baa9270954c20116fb8cc1f580f452b84f7b6a13c2a26b527cb69',
        'pip.yml': '06290c57c1d884d2f6f1ac9892583abe675b3a62b57ce2584ce1108b058a60dd',
        'pkh.yml': 'efbdbcaaf5e76db4a5eb0cbb065a84f8cbcbc158260367b1dda91b7f36c6a00c',
        'programmes.yml': 'f699ca7823a58b424b47e3764c56648d19d2bb5eb2be4aee043e01fb1d6b6483',
        'sembako.yml': 'aa04e0b960d84424f8f9962bd470883dc7e1b1ce9da754914ca9c07852b20325',
        'vocabulary.yml': 'ab2166b923eeed7acacaae58cf89a4c7d7f532111f22dc1ca62c4b43939dc167'
    }) }}
{% endmacro %}
