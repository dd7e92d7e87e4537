{#
    Written by `selaras compile`: the digest of every file of the rule book and of every
    contract of lists as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'rules/blts.yml': '7659630ccc89a409ad0bea0141aa1f6e46f5ff293b497cd45be339a1b895008d',
        'rules/diploma_relief.yml': '0fd4dbedb29b3e973ea4b4c740b4b5a0a6df23507e74ba746475ae482b2b5955',
        'rules/entitlements.yml': 'c97188494f5c30788443e7ae8bb7c3dcaf222823f92a53ab1f4e696e8734b00a',
        'rules/kaj.yml': '499497e5bbcded63627eaf8eeb4cbb884d77bc67f575894de6c724e55ce2287d',
        'rules/kipk.yml': '48bed0e16981323e925f0f46a0e7cbed45e2b1e9587beef59d4397ba54b5ae78',
        'rules/kjmu.yml': '73dc6a2a91fb879f52b3d984e1af1f743a6ba4f40a46243bf69ca3122522bf0a',
        'rules/kjp_plus.yml': '6686d2f8c88b4e72058e83e65913fce5df4a685c333ed4b58f72192fbaa995c8',
        'rules/klj.yml': '5984f09776fff7273cbad07b191e191073ed261c749d4d64eb9fb77b7b47ea4e',
        'rules/kpdj.yml': '68673cc7c0390789232abbec353eb4d64af4dba9ff0aa3cb8a16fa48cef77ddf',
        'rules/linkage.yml': '6420a6aedf75aa2d355759a09118a7c0003547ab6d81efd5cc4b3225bb59ee38',
        'rules/overlaps.yml': '666b1a22d8cfa15c7e5a82e21bc8cdb350f6cdc0a9fe1c826e38d1fbe0c06943',
        'rules/pbi_apbd.yml': '5ea3647f5f58af149c215b2f1be16f9506386d501e5080360d1b01d24dbda684',
        'rules/pbi_jk.yml': '96bf5184e017db8b279688ef0765f369e562c6991b45741346f523b4280a71a7',
        'rules/pip.yml': 'f93ea700602d5a99e56498d860a15823b4733fc9d21ab4d554c972d02a39d0a8',
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
        'models/staging/kemensos/_kemensos__sources.yml': 'eb71e12a90efa1c5c2fda8a9017320df6d3969bda83620d67549e32d629888da',
        'models/staging/outbox/_outbox__sources.yml': '306a7b28f079949b43dba36ab44eded7ba5496a54e1a393f4ae52de9c3edcce0'
    }) }}
{% endmacro %}
