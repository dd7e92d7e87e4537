{#
    Written by `selaras compile` from models/staging/*/_*__sources.yml: the days and the rupiah
    that make sense in each column. `nik` names the number whose birth day it is.
#}
{% macro contract_values() %}
    {{ return({
        'bapenda.asset': {
            'njop': {'least': 0, 'most': 10000000000000},
        },
        'bps.dtsen_family': {},
        'bps.dtsen_member': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nomor_induk_kependudukan'},
        },
        'dinsos.care_home': {
            'tgl_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'tgl_masuk': {'from': '1950-01-01', 'years_ahead': 1},
            'tgl_keluar': {'from': '1950-01-01', 'years_ahead': none},
        },
        'dinsos.decision': {
            'decided_on': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'dinsos.objection': {
            'berlaku_sampai': {'from': '1950-01-01', 'years_ahead': none},
            'tanggal': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'dinsos.pkd': {
            'tgl_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'nominal': {'least': 0, 'most': 20000000},
        },
        'disdik.diploma_relief': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'tunggakan': {'least': 0, 'most': 500000000},
            'tanggal_bayar': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'disdik.kjmu': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'dana_per_semester': {'least': 0, 'most': 500000000},
        },
        'disdik.kjp_plus': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik_siswa'},
            'dana_per_bulan': {'least': 0, 'most': 20000000},
            'spp_per_bulan': {'least': 0, 'most': 20000000},
        },
        'dukcapil.resident': {
            'tgl_lhr': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'tgl_status': {'from': '1900-01-02', 'years_ahead': 1},
        },
        'kemdiktisaintek.kipk': {
            'tgl_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'biaya_hidup_per_bulan': {'least': 0, 'most': 20000000},
            'biaya_kuliah': {'least': 0, 'most': 500000000},
        },
        'kemendikdasmen.pip': {
            'tanggal_lahir': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik'},
            'nominal': {'least': 0, 'most': 20000000},
            'tgl_cair': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'kemensos.blts': {
            'nominal': {'least': 0, 'most': 20000000},
            'tgl_salur': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'kemensos.pkh': {
            'tgl_lahir_anggota': {'from': '1900-01-02', 'years_ahead': 0, 'nik': 'nik_anggota'},
            'nominal': {'least': 0, 'most': 20000000},
            'tgl_salur': {'from': '2000-01-01', 'years_ahead': 1},
        },
        'kemensos.sembako': {
            'nominal': {'least': 0, 'most': 20000000},
            'tgl_salur': {'from': '2000-01-01', 'years_ahead': 1},
        }
    }) }}
{% endmacro %}
