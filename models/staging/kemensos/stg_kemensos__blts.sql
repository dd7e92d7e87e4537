with

landed as (

    {{ rows_in_force('kemensos', 'blts') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama_kpm') }} as full_name,
        snapshot_key as period_key,
        {{ read_rupiah('kemensos.blts', 'nominal') }} as amount,
        {{ read_date('kemensos.blts', 'tgl_salur') }} as paid_on,
        {{ tidy_region_code('kode_kel') }} as written_region_code,
        {{ word_key('penyalur') }} as written_channel,
        {{ word_key('status_salur') }} as written_status
    from landed

),

identified as (

    {{ identify('typed', nik='nik_kpm', no_kk='no_kk') }}

)

select
    {{ passed_through('identified') }},
    {{ number_columns('no_kk') }},
    {{ number_columns('nik') }},
    identified.full_name,
    {{ normalise_name('identified.full_name') }} as name_normalised,
    {{ region_columns('identified.kode_kel') }},
    channel_word.meaning as channel,
    {{ period_columns('identified.period_key') }},
    identified.amount,
    {{ status_columns() }},
    identified.paid_on,
    {{ notes_and_unread(
        [number_note('no_kk'), number_note('nik')],
        bad_date={'tgl_salur': 'identified.paid_on'},
        bad_amount={'nominal': 'identified.amount'},
        unknown_word={
            'penyalur': 'channel_word.written',
            'status_salur': 'status_code.written_status',
        },
        unknown_place={'identified.kode_kel': 'region_found.district_code'},
    ) }}

from identified
{{ join_region('kemensos') }}
{{ join_status() }}
{{ join_word('channel', 'written_channel') }}
{{ join_period('kemensos', 'blts') }}
