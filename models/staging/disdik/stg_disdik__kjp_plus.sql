with

landed as (

    {{ rows_in_force('disdik', 'kjp_plus') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama_siswa') }} as full_name,
        {{ read_date('disdik.kjp_plus', 'tanggal_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ word_key('jenjang') }} as written_level,
        {{ word_key('status_sekolah') }} as written_ownership,
        {{ read_rupiah('disdik.kjp_plus', 'dana_per_bulan') }} as monthly_amount,
        {{ read_rupiah('disdik.kjp_plus', 'spp_per_bulan') }} as monthly_fee,
        {{ word_key('status') }} as written_status
    from landed

),

identified as (

    {{ identify('typed', nik='nik_siswa', no_kk='no_kk', birth_date='birth_date') }}

)

select
    {{ passed_through('identified') }},
    {{ number_columns('nik') }},
    {{ number_columns('no_kk') }},
    identified.full_name,
    {{ normalise_name('identified.full_name') }} as name_normalised,
    identified.birth_date,
    school_level_word.meaning as school_level,
    school_type_word.meaning as school_type,
    cast(school_ownership_word.meaning as boolean) as is_private_school,
    {{ tidy_name('identified.nama_sekolah') }} as school_name,
    {{ region_columns('identified.kelurahan') }},
    identified.monthly_amount,
    identified.monthly_fee,
    {{ period_columns('identified.period_key') }},
    {{ period_total(
        '(identified.monthly_amount + case when ' ~ is_written('identified.spp_per_bulan')
        ~ ' then identified.monthly_fee else 0 end)'
    ) }} as amount,
    {{ status_columns() }},
    {{ notes_and_unread(
        [number_note('nik'), number_note('no_kk')],
        bad_date={'tanggal_lahir': 'identified.birth_date'},
        bad_amount={
            'dana_per_bulan': 'identified.monthly_amount',
            'spp_per_bulan': 'identified.monthly_fee',
        },
        unknown_word={
            'jenjang': 'school_type_word.written',
            'status_sekolah': 'school_ownership_word.written',
            'identified.status': 'status_code.written_status',
        },
        unknown_place={'identified.kelurahan': 'region_found.district_code'},
    ) }}

from identified
{{ join_word('school_level', 'written_level') }}
{{ join_word('school_type', 'written_level') }}
{{ join_word('school_ownership', 'written_ownership') }}
{{ join_region_name() }}
{{ join_status() }}
{{ join_period('disdik', 'kjp_plus') }}
