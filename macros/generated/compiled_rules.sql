{#
    Written by `selaras compile`: the digest of every file of the rule book and of every
    contract of lists as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'rules/blts.yml': '7659630ccc89a409ad0bea0141aa1f6e46f5ff293b497cd45be339a1b895008d',
        'rules/diploma_relief.yml': '0fd4dbedb29b3e973ea4b4c740b4b5a0a6df23507e74ba746475ae482b2b5955',
        'rules/entitlements.yml': '9bbb8bea8750ce6821698c86de00a9d563bff95a0eb87add90ca802fe0c639f3',
        'rules/kaj.yml': '7fef738bdfe8fc71a64597ff693843f46985730b86c1ed2db05571854b12c3cb',
        'rules/kipk.yml': '48bed0e16981323e925f0f46a0e7cbed45e2b1e9587beef59d4397ba54b5ae78',
        'rules/kjmu.yml': '73dc6a2a91fb879f52b3d984e1af1f743a6ba4f40a46243bf69ca3122522bf0a',
        'rules/kjp_plus.yml': '3e6ccc44d7c53c050cd7db9fb19a4fe70e5ed881238e8080c68a5802588f04be',
        'rules/klj.yml': '0ab142bbe7419e2e1fc52726e676bdc3ae6ce758d5a9bd28e3e4f77cc4be5c43',
        'rules/kpdj.yml': '68673cc7c0390789232abbec353eb4d64af4dba9ff0aa3cb8a16fa48cef77ddf',
        'rules/linkage.yml': '6420a6aedf75aa2d355759a09118a7c0003547ab6d81efd5cc4b3225bb59ee38',
        'rules/overlaps.yml': '102bc09fef0b5b3bbd79a8cdd0b2ade4541b3a168f2fe8161d09068dbbfe312d',
        'rules/pbi_apbd.yml': '5ea3647f5f58af149c215b2f1be16f9506386d501e5080360d1b01d24dbda684',
        'rules/pbi_jk.yml': '96bf5184e017db8b279688ef0765f369e562c6991b45741346f523b4280a71a7',
        'rules/pip.yml': 'f93ea700602d5a99e56498d860a15823b4733fc9d21ab4d554c972d02a39d0a8',
        'rules/pkh.yml': '92b51305edb3e252251a1d73e43b6fc165c1436a7449a6ccbb373509f0a7e7fd',
        'rules/programmes.yml': 'f699ca7823a58b424b47e3764c56648d19d2bb5eb2be4aee043e01fb1d6b6483',
        'rules/sembako.yml': '57275d58ce72c05500015c919ef59f0df8b77a5c8a676641b378d857f29f99ab',
        'rules/vocabulary.yml': '291194e7a7a5b7128e4a01aac9e2003b4c0b0304de5045ce4aeffc5affa63398',
        'rules/linkage/model.yml': '233a24c5410e53002cdeb6e6d8733d1d9a196bd1192b2820fa7190543a15f074',
        'models/staging/bapenda/_bapenda__sources.yml': 'd68bd81967ed608e22f3106555d4ac8f6f49c962cff72726c8709eca0e93e87b',
        'models/staging/bps/_bps__sources.yml': 'd66c60b996707c2fcb253910081c52e2e8dbf0effe33473fa2468c4133acaa45',
        'models/staging/dinsos/_dinsos__sources.yml': '5c688495dfcf1dd99180dd79c660432ebb531be84ce16fbe52b662242f217619',
        'models/staging/disdik/_disdik__sources.yml': '9da67e6f12a5a7291caeac8ae87a1a02c1181490f87f0dde9548e0855c693657',
        'models/staging/dukcapil/_dukcapil__sources.yml': '75e0747204f215469029c7c578a5e11045654d2b2741aa18ab0ce7f48cde94a9',
        'models/staging/kemdiktisaintek/_kemdiktisaintek__sources.yml': '3140b057b6033e64e63ebaef9ae4a974f6b5c145dd843829b53b61032c163994',
        'models/staging/kemendikdasmen/_kemendikdasmen__sources.yml': '253a9c5dceba99e570e2b97e36edea482e410c4f9fe13f4b9a5dd22bee0d7db1',
        'models/staging/kemensos/_kemensos__sources.yml': 'bf46e80e757e3c77b64583b8938794541ebdd299ebfdf319b5c0d1d679a7f8b3',
        'models/staging/outbox/_outbox__sources.yml': 'b1a04c76d6a46a8c6ec6b48bbbdbea411910f40bd35febf8b894cd83f082e93f'
    }) }}
{% endmacro %}
