with

landed as (

    {{ rows_in_force('disdik', 'kjp_plus') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama_siswa') }} as full_name,
        {{ parse_birth_date('tanggal_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ tidy_word('jenjang') }} as written_level,
        {{ tidy_word('status_sekolah') }} as written_ownership,
        {{ parse_rupiah('dana_per_bulan') }} as monthly_amount,
        {{ parse_rupiah('spp_per_bulan') }} as monthly_fee,
        {{ tidy_word('status') }} as written_status
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
    lower(identified.written_level) as school_type,
    cast(school_ownership_word.meaning as boolean) as is_private_school,
    {{ tidy_name('identified.nama_sekolah') }} as school_name,
    {{ region_columns('identified.kelurahan') }},
    identified.monthly_amount,
    identified.monthly_fee,
    {{ period_columns('identified.period_key') }},
    {{ period_total(
        '(identified.monthly_amount + coalesce(identified.monthly_fee, 0))'
    ) }} as amount,
    {{ status_columns() }},
    {{ notes([
        number_note('nik'),
        number_note('no_kk'),
        unread_note('bad_date', {'tanggal_lahir': 'birth_date'}),
        two_digit_year_note(['tanggal_lahir']),
        unread_note('bad_amount', {
            'dana_per_bulan': 'monthly_amount', 'spp_per_bulan': 'monthly_fee',
        }),
    ]) }} as notes

from identified
{{ join_word('school_level', 'written_level') }}
{{ join_word('school_ownership', 'written_ownership') }}
{{ join_region_name() }}
{{ join_status() }}
{{ join_period('disdik', 'kjp_plus') }}
