with

landed as (

    {{ rows_in_force('kemensos', 'sembako') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ period_key('periode') }} as period_key,
        {{ parse_rupiah('nominal') }} as amount,
        {{ parse_date('tgl_salur') }} as paid_on,
        {{ tidy_region_code('kode_kel') }} as written_region_code,
        {{ tidy_word('status_salur') }} as written_status
    from landed

),

identified as (

    {{ identify('typed', nik='nik', no_kk='no_kk') }}

)

select
    {{ passed_through('identified') }},
    {{ number_columns('no_kk') }},
    {{ number_columns('nik') }},
    identified.full_name,
    {{ normalise_name('identified.full_name') }} as name_normalised,
    {{ region_columns('identified.kode_kel') }},
    {{ period_columns('identified.period_key') }},
    identified.amount,
    {{ status_columns() }},
    identified.paid_on,
    {{ notes([
        number_note('no_kk'),
        number_note('nik'),
        unread_note('bad_date', {'tgl_salur': 'paid_on'}),
        two_digit_year_note(['tgl_salur']),
        unread_note('bad_amount', {'nominal': 'amount'}),
    ]) }} as notes

from identified
{{ join_region('kemensos') }}
{{ join_status() }}
{{ join_period('kemensos', 'sembako') }}
