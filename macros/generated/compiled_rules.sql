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
        'models/staging/bapenda/_bapenda__sources.yml': '370e886d5eb71d9774404577a41b035d91df49e3112595ea06226a4d841db512',
        'models/staging/bps/_bps__sources.yml': 'f79eaf1a607618efb8970e185b03df80daf4848eaddc717845562eda9f089dbf',
        'models/staging/dinsos/_dinsos__sources.yml': '15791a0e7af84fa6ade24db53b303301d85c576e43e66cc7ab9928372fbb01af',
        'models/staging/disdik/_disdik__sources.yml': 'd79a161021424eba2536da4b3ddc071e3eb3cb4320a8c400d61a770aa560fa0e',
        'models/staging/dukcapil/_dukcapil__sources.yml': 'fefe6ce7b2d5eaa8998ebe9a3edab79c120f9ba7fc6ebe473c0dae26a11b0939',
        'models/staging/kemdiktisaintek/_kemdiktisaintek__sources.yml': 'ac51ced2f92c3e83b80136d2c411ed9e3ef3c3ab26e0839769a1cf69f63771d1',
        'models/staging/kemendikdasmen/_kemendikdasmen__sources.yml': '4d95e87a4b521ab5046eae10ab4d525aae5b146edac4f7eb623f3f669aa1d151',
        'models/staging/kemensos/_kemensos__sources.yml': '8c405bd74b762639e0c2eb3f3a2214bca53c44bbc5442076baa4192787fd35b8'
    }) }}
{% endmacro %}
