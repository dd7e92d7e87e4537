with

landed as (

    {{ rows_in_force('dinsos', 'objection') }}

),

-- An objection may run into the future, so two digits of a year may too.
typed as (

    select
        *,
        {{ parse_date('berlaku_sampai', pivot="date '2069-12-31'") }} as valid_until,
        {{ parse_date('tanggal') }} as decided_on,
        {{ tidy_word('status') }} as written_status
    from landed

),

identified as (

    {{ identify('typed', nik='nik', no_kk='no_kk') }}

)

select
    {{ passed_through('identified') }},
    trim(identified.id) as objection_id,
    {{ number_columns('nik') }},
    {{ number_columns('no_kk') }},
    lower(trim(identified.program)) as programme_id,
    lower(trim(identified.kriteria)) as criterion_id,
    objection_word.meaning as status,
    identified.valid_until,
    identified.decided_on,
    {{ tidy_name('identified.catatan') }} as note,
    {{ notes([
        number_note('nik'),
        number_note('no_kk'),
        unread_note('bad_date', {
            'berlaku_sampai': 'valid_until', 'tanggal': 'decided_on',
        }),
        two_digit_year_note(['berlaku_sampai', 'tanggal']),
    ]) }} as notes

from identified
{{ join_word('objection', 'written_status') }}
