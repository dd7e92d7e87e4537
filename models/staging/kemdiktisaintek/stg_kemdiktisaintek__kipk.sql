with

landed as (

    {{ rows_in_force('kemdiktisaintek', 'kipk') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ parse_birth_date('tgl_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ parse_rupiah('biaya_hidup_per_bulan') }} as monthly_amount,
        {{ parse_rupiah('biaya_kuliah') }} as tuition_amount,
        {{ tidy_word('status') }} as written_status
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
    {{ tidy_name('identified.nama_pt') }} as university,
    {{ tidy_word('identified.semester') }} as semester,
    identified.monthly_amount,
    identified.tuition_amount,
    {{ period_columns('identified.period_key') }},
    {{ period_total('identified.monthly_amount') }} as amount,
    {{ status_columns() }},
    {{ notes([
        number_note('nik'),
        unread_note('bad_date', {'tgl_lahir': 'birth_date'}),
        two_digit_year_note(['tgl_lahir']),
        unread_note('bad_amount', {
            'biaya_hidup_per_bulan': 'monthly_amount', 'biaya_kuliah': 'tuition_amount',
        }),
    ]) }} as notes

from identified
{{ join_status() }}
{{ join_period('kemdiktisaintek', 'kipk') }}
