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
        'rules/overlaps.yml': '4952b254dbbf28c59e08822615aca54d7996ecc4bdbcd0caac909dde5948bc53',
        'rules/pbi_apbd.yml': '59916a57ffc0b48afa95a65dad69f24a697f3c9568a7d8e1df76ebf4a953d3aa',
        'rules/pbi_jk.yml': 'c4a0645b80045f2ac7be5563a2b030c580309bba0a22d889c430e68bbaac3481',
        'rules/pip.yml': 'f292ebcbde5d13832ee6a13b1602cd90e1e5a97da3a2599c9b419fc56ad19749',
        'rules/pkh.yml': '87b7b0efc28dab24e972bdc9cbe8edf18b938a5a3865bfc165d283d00fbaa806',
        'rules/programmes.yml': 'f699ca7823a58b424b47e3764c56648d19d2bb5eb2be4aee043e01fb1d6b6483',
        'rules/sembako.yml': '57275d58ce72c05500015c919ef59f0df8b77a5c8a676641b378d857f29f99ab',
        'rules/vocabulary.yml': '7b3420d825f98862c41b73aa1028c3e2f88430195513185d7334e30b748e0767',
        'rules/linkage/model.yml': '233a24c5410e53002cdeb6e6d8733d1d9a196bd1192b2820fa7190543a15f074',
        'models/staging/bapenda/_bapenda__sources.yml': '44bea79b19ef5baeca9dfb749e84adc59c7267f01733d2c87693689369bbf3d5',
        'models/staging/bps/_bps__sources.yml': 'd664c6987267215982a306e2b4dd7319bf4de790ace1830fe9ca1c2f206b8c49',
        'models/staging/dinsos/_dinsos__sources.yml': '1693ee75eb2eea24c4bbbd112179d023609f58f42d89a1cacc4f8c4a5899f2d4',
        'models/staging/disdik/_disdik__sources.yml': '264dcc4031824f7bf0de2771d1e9c1594fed9fa22ce123c3944c873ddbd4f3ac',
        'models/staging/dukcapil/_dukcapil__sources.yml': 'a6f3f9381259fea2288b85aab65d595f45edf2be43b8489a05b72445a7eab0a0',
        'models/staging/kemdiktisaintek/_kemdiktisaintek__sources.yml': 'f10681a1cc2a6997da0302bbb293e31aa16c7f82d1a2465c3d4dc5305143c00d',
        'models/staging/kemendikdasmen/_kemendikdasmen__sources.yml': '3390be06fba63a593ea936c7cf16d1f5bd6982d629a0f86fd223e54e0291e744',
        'models/staging/kemensos/_kemensos__sources.yml': '058e6a87d4fbd1f7c55ceb961c2b3c1886c18336c68fe97ac6eec8f4493c1e19'
    }) }}
{% endmacro %}
