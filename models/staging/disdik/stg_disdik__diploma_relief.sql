with

landed as (

    {{ rows_in_force('disdik', 'diploma_relief') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ parse_birth_date('tanggal_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ parse_rupiah('tunggakan') }} as arrears,
        {{ tidy_word('surat_debit_kjp') }} as written_answer,
        {{ parse_date('tanggal_bayar') }} as paid_on
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
    {{ tidy_name('identified.sekolah') }} as school_name,
    {{ parse_count('identified.tahun_lulus') }} as graduation_year,
    identified.arrears,
    {{ tidy_name('identified.sumber_dana') }} as funding,
    cast(answer_word.meaning as boolean) as has_debit_letter,
    identified.paid_on,
    {{ period_columns('identified.period_key') }},
    'active' as enrolment_status,
    case
        when identified.paid_on is not null then 'succeeded'
        else 'listed'
    end as payment_status,
    {{ notes([
        number_note('nik'),
        unread_note('bad_date', {'tanggal_lahir': 'birth_date', 'tanggal_bayar': 'paid_on'}),
        two_digit_year_note(['tanggal_lahir', 'tanggal_bayar']),
        unread_note('bad_amount', {'tunggakan': 'arrears'}),
    ]) }} as notes

from identified
{{ join_word('answer', 'written_answer') }}
{{ join_period('disdik', 'diploma_relief') }}
