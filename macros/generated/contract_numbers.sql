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
        'dinsos.field_answer': ['no_kk', 'nik'],
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
        'kemensos.sembako': ['no_kk', 'nik'],
        'outbox.answer': []
    }) }}
{% endmacro %}

{#
    Written by `selaras compile` from models/staging/*/_*__sources.yml: the days, the
    rupiah and the list of words that make sense in each column. `nik` names the number whose
    birth day it is.
#}
{% macro contract_values() %}
    {{ return({
        'bapenda.asset': {
            'jenis': {'words': 'asset_kind'},
            'njop': {'least': 0, 'most': 10000000000000},
        },
        'bps.dtsen_family': {
            'status_kepemilikan_rumah': {'words': 'status_kepemilikan_rumah'},
            'sumber_air_minum_utama': {'words': 'sumber_air_minum_utama'},
            'daya_terpasang': {'words': 'daya_terpasang'},
        },
        'bps.dtsen_member': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nomor_induk_kependudukan'},
            'jenis_kelamin': {'words': 'jenis_kelamin'},
            'status_hubungan_keluarga': {'words': 'status_hubungan_keluarga'},
            'partisipasi_sekolah': {'words': 'partisipasi_sekolah'},
            'jenjang_tertinggi_yang_diduduki': {'words': 'jenjang_tertinggi_yang_diduduki'},
            'ijazah_tertinggi_yang_dimiliki': {'words': 'ijazah_tertinggi_yang_dimiliki'},
            'status_bekerja': {'words': 'status_bekerja'},
        },
        'dinsos.care_home': {
            'tgl_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'tgl_masuk': {'from': '1950-01-01', 'years_ahead': 1},
            'tgl_keluar': {'from': '1950-01-01', 'years_ahead': none},
        },
        'dinsos.decision': {
            'decision': {'words': 'decision'},
            'decided_on': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'dinsos.field_answer': {
            'jawaban': {'words': 'answer'},
            'tanggal': {'from': '2000-01-01', 'years_ahead': 0},
        },
        'dinsos.objection': {
            'program': {'words': 'programme'},
            'kriteria': {'words': 'criterion'},
            'status': {'words': 'objection'},
            'berlaku_sampai': {'from': '1950-01-01', 'years_ahead': none},
            'tanggal': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'dinsos.pkd': {
            'tgl_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'jenis_kartu': {'words': 'card'},
            'nominal': {'least': 0, 'most': 20000000},
            'status': {'words': 'status'},
        },
        'disdik.diploma_relief': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'tunggakan': {'least': 0, 'most': 500000000},
            'surat_debit_kjp': {'words': 'answer'},
            'tanggal_bayar': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'disdik.kjmu': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'dana_per_semester': {'least': 0, 'most': 500000000},
            'status': {'words': 'status'},
        },
        'disdik.kjp_plus': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik_siswa'},
            'jenjang': {'words': 'school_type'},
            'status_sekolah': {'words': 'school_ownership'},
            'dana_per_bulan': {'least': 0, 'most': 20000000},
            'spp_per_bulan': {'least': 0, 'most': 20000000},
            'status': {'words': 'status'},
        },
        'dukcapil.resident': {
            'jenis_klmin': {'words': 'sex'},
            'tgl_lhr': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'stat_hbkel': {'words': 'family_role'},
            'jenis_pkrjn': {'words': 'occupation'},
            'status_penduduk': {'words': 'life_status'},
            'tgl_status': {'from': '1900-01-02', 'years_ahead': 1},
        },
        'kemdiktisaintek.kipk': {
            'tgl_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'biaya_hidup_per_bulan': {'least': 0, 'most': 20000000},
            'biaya_kuliah': {'least': 0, 'most': 500000000},
            'status': {'words': 'status'},
        },
        'kemendikdasmen.pip': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'jenjang': {'words': 'school_level'},
            'nominal': {'least': 0, 'most': 20000000},
            'status': {'words': 'status'},
            'tgl_cair': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'kemensos.blts': {
            'penyalur': {'words': 'channel'},
            'nominal': {'least': 0, 'most': 20000000},
            'status_salur': {'words': 'status'},
            'tgl_salur': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'kemensos.pkh': {
            'tgl_lahir_anggota': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik_anggota'},
            'komponen': {'words': 'component'},
            'nominal': {'least': 0, 'most': 20000000},
            'status_salur': {'words': 'status'},
            'tgl_salur': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'kemensos.sembako': {
            'nominal': {'least': 0, 'most': 20000000},
            'status_salur': {'words': 'status'},
            'tgl_salur': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'outbox.answer': {
            'jawaban': {'words': 'follow_up'},
            'tanggal': {'from': '2000-01-01', 'years_ahead': 1},
        }
    }) }}
{% endmacro %}

{#
    Written by `selaras compile` from models/staging/*/_*__sources.yml: source, table and column
    of every name of a kelurahan.
#}
{% macro contract_places() %}
    {{ return([
        ('bps', 'dtsen_family', 'kelurahan_desa'),
        ('bps', 'dtsen_member', 'kelurahan_desa_ktp'),
        ('dinsos', 'pkd', 'kelurahan'),
        ('disdik', 'kjp_plus', 'kelurahan'),
    ]) }}
{% endmacro %}
