{#
    Written by `selaras compile`: the digest of every file of the rule book and of every
    contract of lists as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'rules/blts.yml': '7659630ccc89a409ad0bea0141aa1f6e46f5ff293b497cd45be339a1b895008d',
        'rules/diploma_relief.yml': 'a655755a67a9610738a774fae16d71d2d7566ef8a8428e017388ec1835d30dbd',
        'rules/kaj.yml': 'd9de3c2936119ab122afcbb388122659ceff740e685b8bc0c6956c3a45850470',
        'rules/kipk.yml': 'e622280cb789cd337d99efcbb7ec49273ff5f6fd7780a62511de64ee13471107',
        'rules/kjmu.yml': 'd54e998b3b7d41ecfc64deb34a50501c54007b70541aeb77f6601c52ba5d72e1',
        'rules/kjp_plus.yml': '80c9cca86a7853677b0a2a21b7070cfeb2eb8e1d0c56dad02d2b123ea0874a05',
        'rules/klj.yml': 'bfcc065b715d69e7b7014636bec320587d5a20cdbc48194e8820fda7cba0be3f',
        'rules/kpdj.yml': 'a793116c3726cf3c988872b823bb5dfacad5c62f3b9e41431a20ba63826d92d5',
        'rules/linkage.yml': '6420a6aedf75aa2d355759a09118a7c0003547ab6d81efd5cc4b3225bb59ee38',
        'rules/overlaps.yml': '6713b91fdecc86189de1a7fbba324b5cff3dfb514088cea6c0c1d4f90eadbc4a',
        'rules/pbi_apbd.yml': '59916a57ffc0b48afa95a65dad69f24a697f3c9568a7d8e1df76ebf4a953d3aa',
        'rules/pbi_jk.yml': 'c4a0645b80045f2ac7be5563a2b030c580309bba0a22d889c430e68bbaac3481',
        'rules/pip.yml': 'f292ebcbde5d13832ee6a13b1602cd90e1e5a97da3a2599c9b419fc56ad19749',
        'rules/pkh.yml': '87b7b0efc28dab24e972bdc9cbe8edf18b938a5a3865bfc165d283d00fbaa806',
        'rules/programmes.yml': 'f699ca7823a58b424b47e3764c56648d19d2bb5eb2be4aee043e01fb1d6b6483',
        'rules/sembako.yml': '57275d58ce72c05500015c919ef59f0df8b77a5c8a676641b378d857f29f99ab',
        'rules/vocabulary.yml': '7b3420d825f98862c41b73aa1028c3e2f88430195513185d7334e30b748e0767',
        'rules/linkage/model.yml': '233a24c5410e53002cdeb6e6d8733d1d9a196bd1192b2820fa7190543a15f074',
        'models/staging/bapenda/_bapenda__sources.yml': 'b89ac2e03713be8fb1f95a9c1971916917507289bf2d59b170669a21f2f63edc',
        'models/staging/bps/_bps__sources.yml': '1b3bc532681a3ef0832bd66f4d9fca411fae5e996007713a47ff3bb71f7891fd',
        'models/staging/dinsos/_dinsos__sources.yml': 'ae93612795d5d7c17d82bfc8747106a570109acf01247bed8dbbde670d5e9e0d',
        'models/staging/disdik/_disdik__sources.yml': 'e5d196799a0768f47703d822376b1e83b30a98993d4c60ada203869511a6e074',
        'models/staging/dukcapil/_dukcapil__sources.yml': '6e99867db6cef14d68151d2013226cab864e93c0210eca67d5918cae0f3a1869',
        'models/staging/kemdiktisaintek/_kemdiktisaintek__sources.yml': '43416ef870623b42640d0c35129b25a738b38574c1c537ef6acb13cac3e9a9a1',
        'models/staging/kemendikdasmen/_kemendikdasmen__sources.yml': '0a0f84fe7ef3ea04e35dfc6bb3c33f83c2df572a8c25a5162033245e86972adc',
        'models/staging/kemensos/_kemensos__sources.yml': 'eb71e12a90efa1c5c2fda8a9017320df6d3969bda83620d67549e32d629888da'
    }) }}
{% endmacro %}
