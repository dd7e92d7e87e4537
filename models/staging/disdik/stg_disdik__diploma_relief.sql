with

landed as (

    {{ rows_in_force('disdik', 'diploma_relief') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ read_date('disdik.diploma_relief', 'tanggal_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ read_rupiah('disdik.diploma_relief', 'tunggakan') }} as arrears,
        {{ word_key('surat_debit_kjp') }} as written_answer,
        {{ read_date('disdik.diploma_relief', 'tanggal_bayar') }} as paid_on
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
        when {{ is_written('tanggal_bayar') }} then 'unknown'
        else 'listed'
    end as payment_status,
    {{ notes_and_unread(
        [number_note('nik')],
        bad_date={
            'tanggal_lahir': 'identified.birth_date',
            'tanggal_bayar': 'identified.paid_on',
        },
        bad_amount={'tunggakan': 'identified.arrears'},
        bad_number={'tahun_lulus': parse_count('identified.tahun_lulus')},
        unknown_word={'surat_debit_kjp': 'answer_word.written'},
    ) }}

from identified
{{ join_word('answer', 'written_answer') }}
{{ join_period('disdik', 'diploma_relief') }}
