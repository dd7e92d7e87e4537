{#
    Written by `selaras compile`: the digest of every file of the rule book and of every
    contract of lists as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'rules/blts.yml': '7659630ccc89a409ad0bea0141aa1f6e46f5ff293b497cd45be339a1b895008d',
        'rules/diploma_relief.yml': '0fd4dbedb29b3e973ea4b4c740b4b5a0a6df23507e74ba746475ae482b2b5955',
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
        'models/staging/bapenda/_bapenda__sources.yml': '632530d05b1d4585f3b13ac5f10e3b8ecf20fc314e3baee564c940294210b64b',
        'models/staging/bps/_bps__sources.yml': '02dcf4b67dc3de2104d20f1b53adf5725e52300dc5d954f2e4b80575bc835687',
        'models/staging/dinsos/_dinsos__sources.yml': 'cdf1c5cc5a295c907bfcf4e02c20392e2be3edfe08335006ef09def0822b04bd',
        'models/staging/disdik/_disdik__sources.yml': 'ae4ae1a627a70399a3c2fc56dc1c9fc84921e85426fe8144908b53eadb68012c',
        'models/staging/dukcapil/_dukcapil__sources.yml': '2bce0d4a7f3e8bf3e6eb7033b761ed98a4c9001c558abaa00a1a449e7a22afc2',
        'models/staging/kemdiktisaintek/_kemdiktisaintek__sources.yml': '241ce8f07eeaaff62961a9acd142553894b459dd586c615a8467e50e402f3522',
        'models/staging/kemendikdasmen/_kemendikdasmen__sources.yml': 'c78d6910a0e70b87a75b3966be11a29386d63d2190577ac5d4bdd8e13d4798fb',
        'models/staging/kemensos/_kemensos__sources.yml': '32243727387a71bd612e22788140f8fea0c60586407bd5c16faac64adca9ff10'
    }) }}
{% endmacro %}
