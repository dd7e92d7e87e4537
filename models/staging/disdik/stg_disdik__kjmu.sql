with

landed as (

    {{ rows_in_force('disdik', 'kjmu') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ read_date('disdik.kjmu', 'tanggal_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ read_rupiah('disdik.kjmu', 'dana_per_semester') }} as semester_amount,
        {{ word_key('status') }} as written_status
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
    {{ notes_and_unread(
        [number_note('nik'), number_note('no_kk')],
        bad_date={'tanggal_lahir': 'identified.birth_date'},
        bad_amount={'dana_per_semester': 'identified.semester_amount'},
        unknown_word={'identified.status': 'status_code.written_status'},
    ) }}

from identified
{{ join_status() }}
{{ join_period('disdik', 'kjmu') }}
