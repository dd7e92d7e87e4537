with

landed as (

    {{ rows_in_force('dinsos', 'care_home') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ parse_birth_date('tgl_lahir') }} as birth_date,
        {{ parse_date('tgl_masuk') }} as entered_on,
        {{ parse_date('tgl_keluar') }} as left_on
    from landed

),

identified as (

    {{ identify('typed', nik='nik', birth_date='birth_date') }}

)

select
    {{ passed_through('identified') }},
    {{ number_columns('nik') }},
    identified.full_name,
    {{ normalise_name('identified.full_name') }} as name_normalised,
    identified.birth_date,
    {{ tidy_name('identified.nama_panti') }} as home_name,
    identified.entered_on,
    identified.left_on,
    {{ notes([
        number_note('nik'),
        unread_note('bad_date', {
            'tgl_lahir': 'birth_date', 'tgl_masuk': 'entered_on', 'tgl_keluar': 'left_on',
        }),
        two_digit_year_note(['tgl_lahir', 'tgl_masuk', 'tgl_keluar']),
    ]) }} as notes

from identified
