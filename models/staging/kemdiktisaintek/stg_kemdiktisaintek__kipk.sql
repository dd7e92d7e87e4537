with

landed as (

    {{ rows_in_force('kemdiktisaintek', 'kipk') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ read_date('kemdiktisaintek.kipk', 'tgl_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ read_rupiah('kemdiktisaintek.kipk', 'biaya_hidup_per_bulan') }}
            as monthly_amount,
        {{ read_rupiah('kemdiktisaintek.kipk', 'biaya_kuliah') }} as tuition_amount,
        {{ word_key('status') }} as written_status
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
    {{ notes_and_unread(
        [number_note('nik')],
        bad_date={'tgl_lahir': 'identified.birth_date'},
        bad_amount={
            'biaya_hidup_per_bulan': 'identified.monthly_amount',
            'biaya_kuliah': 'identified.tuition_amount',
        },
        unknown_word={'identified.status': 'status_code.written_status'},
    ) }}

from identified
{{ join_status() }}
{{ join_period('kemdiktisaintek', 'kipk') }}
