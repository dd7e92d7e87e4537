{#
    Written by `selaras compile` from models/staging/*/_*__sources.yml: the columns of each list
    that hold a NIK or a No KK, as the file calls them.
#}
{% macro contract_numbers() %}
    {{ return({
        'bapenda.asset': ['nik'],
        'bps.dtsen_family': ['nomor_kartu_keluarga'],
        'bps.dtsen_member': ['nomor_induk_kependudukan', 'nomor_kartu_keluarga'],
        'dinsos.care_home': ['nik'],
        'dinsos.decision': [],
        'dinsos.objection': ['nik', 'no_kk'],
        'dinsos.pkd': ['nik', 'no_kk'],
        'disdik.diploma_relief': ['nik'],
        'disdik.kjmu': ['nik', 'no_kk'],
        'disdik.kjp_plus': ['nik_siswa', 'no_kk'],
        'dukcapil.resident': ['nik', 'no_kk'],
        'kemdiktisaintek.kipk': ['nik'],
        'kemendikdasmen.pip': ['nik'],
        'kemensos.blts': ['nik_kpm', 'no_kk'],
        'kemensos.pkh': ['no_kk', 'nik_pengurus', 'nik_anggota'],
        'kemensos.sembako': ['no_kk', 'nik']
    }) }}
{% endmacro %}
