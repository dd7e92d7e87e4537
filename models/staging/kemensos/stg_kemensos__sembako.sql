with

landed as (

    {{ rows_in_force('kemensos', 'sembako') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ period_key('periode') }} as period_key,
        {{ read_rupiah('kemensos.sembako', 'nominal') }} as amount,
        {{ read_date('kemensos.sembako', 'tgl_salur') }} as paid_on,
        {{ tidy_region_code('kode_kel') }} as written_region_code,
        {{ word_key('status_salur') }} as written_status
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
    {{ notes_and_unread(
        [number_note('no_kk'), number_note('nik')],
        bad_date={'tgl_salur': 'identified.paid_on'},
        bad_amount={'nominal': 'identified.amount'},
        unknown_word={
            'status_salur': 'status_code.written_status',
            'periode': known_period('periode'),
        },
        unknown_place={'identified.kode_kel': 'region_found.district_code'},
    ) }}

from identified
{{ join_region('kemensos') }}
{{ join_status() }}
{{ join_period('kemensos', 'sembako') }}
