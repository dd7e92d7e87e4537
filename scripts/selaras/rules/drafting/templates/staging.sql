with

-- FILL IN the columns of the list as they are named in $properties
landed as (

    {{ rows_in_force('$agency', '$programme') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ read_date('$agency.$programme', 'tanggal_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ read_rupiah('$agency.$programme', 'nominal') }} as amount,
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
    identified.amount,
    {{ period_columns('identified.period_key') }},
    {{ status_columns() }},
    {{ notes_and_unread(
        [number_note('nik'), number_note('no_kk')],
        bad_date={'tanggal_lahir': 'identified.birth_date'},
        bad_amount={'nominal': 'identified.amount'},
        unknown_word={'identified.status': 'status_code.written_status'},
    ) }}

from identified
{{ join_status() }}
{{ join_period('$agency', '$programme') }}
