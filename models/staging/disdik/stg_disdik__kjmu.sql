with

landed as (

    {{ rows_in_force('disdik', 'kjmu') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ parse_birth_date('tanggal_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ parse_rupiah('dana_per_semester') }} as semester_amount,
        {{ tidy_word('status') }} as written_status
    from landed

),

identified as (

    {{ identify('typed', nik='nik', no_kk='no_kk', birth_date='birth_date') }}

)

select
    {{ passed_through('identified') }},
    {{ number_columns('nik') }},
    {{ number_columns('no_kk') }},
    identified.full_name,
    {{ normalise_name('identified.full_name') }} as name_normalised,
    identified.birth_date,
    {{ tidy_name('identified.perguruan_tinggi') }} as university,
    {{ tidy_word('identified.akreditasi') }} as accreditation,
    {{ tidy_word('identified.semester') }} as semester,
    identified.semester_amount,
    {{ period_columns('identified.period_key') }},
    {{ status_columns() }},
    {{ notes([
        number_note('nik'),
        number_note('no_kk'),
        unread_note('bad_date', {'tanggal_lahir': 'birth_date'}),
        two_digit_year_note(['tanggal_lahir']),
        unread_note('bad_amount', {'dana_per_semester': 'semester_amount'}),
    ]) }} as notes

from identified
{{ join_status() }}
{{ join_period('disdik', 'kjmu') }}
