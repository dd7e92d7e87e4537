with

landed as (

    {{ rows_in_force('dinsos', 'care_home') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ read_date('dinsos.care_home', 'tgl_lahir') }} as birth_date,
        {{ read_date('dinsos.care_home', 'tgl_masuk') }} as entered_on,
        {{ read_date('dinsos.care_home', 'tgl_keluar') }} as left_on
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
    identified.left_on is null and {{ is_written('tgl_keluar') }} as is_end_unread,
    {{ notes_and_unread(
        [number_note('nik')],
        bad_date={
            'tgl_lahir': 'identified.birth_date',
            'tgl_masuk': 'identified.entered_on',
            'tgl_keluar': 'identified.left_on',
        },
    ) }}

from identified
