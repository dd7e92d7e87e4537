with

landed as (

    {{ rows_in_force('dinsos', 'pkd') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ parse_birth_date('tgl_lahir') }} as birth_date,
        {{ period_key('bulan') }} as period_key,
        {{ tidy_word('jenis_kartu') }} as written_card,
        {{ parse_rupiah('nominal') }} as amount,
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
    card_word.meaning as programme_id,
    {{ region_columns('identified.kelurahan') }},
    {{ period_columns('identified.period_key') }},
    identified.amount,
    {{ status_columns() }},
    {{ notes([
        number_note('nik'),
        number_note('no_kk'),
        unread_note('bad_date', {'tgl_lahir': 'birth_date'}),
        two_digit_year_note(['tgl_lahir']),
        unread_note('bad_amount', {'nominal': 'amount'}),
    ]) }} as notes

from identified
{{ join_word('card', 'written_card') }}
{{ join_region_name() }}
{{ join_status() }}
{{ join_period('dinsos', 'pkd') }}
