with

landed as (

    {{ rows_in_force('dinsos', 'pkd') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ read_date('dinsos.pkd', 'tgl_lahir') }} as birth_date,
        {{ period_key('bulan') }} as period_key,
        {{ word_key('jenis_kartu') }} as written_card,
        {{ read_rupiah('dinsos.pkd', 'nominal') }} as amount,
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
    card_word.meaning as programme_id,
    {{ region_columns('identified.kelurahan') }},
    {{ period_columns('identified.period_key') }},
    identified.amount,
    {{ status_columns() }},
    {{ notes_and_unread(
        [number_note('nik'), number_note('no_kk')],
        bad_date={'tgl_lahir': 'identified.birth_date'},
        bad_amount={'nominal': 'identified.amount'},
        unknown_word={
            'jenis_kartu': 'card_word.written',
            'identified.status': 'status_code.written_status',
            'bulan': known_period('bulan'),
        },
        unknown_place={'identified.kelurahan': 'region_found.district_code'},
    ) }}

from identified
{{ join_word('card', 'written_card') }}
{{ join_region_name() }}
{{ join_status() }}
{{ join_period('dinsos', 'pkd') }}
