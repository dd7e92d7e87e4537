with

landed as (

    {{ rows_in_force('kemensos', 'pkh') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama_pengurus') }} as manager_name,
        {{ tidy_name('nama_anggota') }} as member_name,
        {{ read_date('kemensos.pkh', 'tgl_lahir_anggota') }} as member_birth_date,
        {{ period_key("tahun || '-' || tahap") }} as period_key,
        {{ read_rupiah('kemensos.pkh', 'nominal') }} as amount,
        {{ read_date('kemensos.pkh', 'tgl_salur') }} as paid_on,
        {{ tidy_region_code('kode_kel') }} as written_region_code,
        {{ word_key('komponen') }} as written_component,
        {{ word_key('status_salur') }} as written_status
    from landed

),

with_member as (

    {{ identify(
        'typed', nik='nik_anggota', nik_as='member_nik', no_kk='no_kk',
        birth_date='member_birth_date'
    ) }}

),

identified as (

    {{ identify('with_member', nik='nik_pengurus', nik_as='manager_nik') }}

)

select
    {{ passed_through('identified') }},
    identified.id_pkh as pkh_number,
    {{ number_columns('no_kk') }},
    {{ number_columns('manager_nik') }},
    identified.manager_name,
    {{ normalise_name('identified.manager_name') }} as manager_name_normalised,
    {{ number_columns('member_nik') }},
    identified.member_name,
    {{ normalise_name('identified.member_name') }} as member_name_normalised,
    identified.member_birth_date,
    component_word.meaning as component,
    {{ region_columns('identified.kode_kel') }},
    cast(left(identified.period_key, 4) as integer) as payment_year,
    cast({{ period_number('identified.period_key') }} as integer) as payment_stage,
    {{ period_columns('identified.period_key') }},
    identified.amount,
    {{ status_columns() }},
    identified.paid_on,
    {{ notes_and_unread(
        [
            number_note('no_kk'),
            number_note('manager_nik'),
            number_note('member_nik'),
        ],
        bad_date={
            'tgl_lahir_anggota': 'identified.member_birth_date',
            'tgl_salur': 'identified.paid_on',
        },
        bad_amount={'nominal': 'identified.amount'},
        unknown_word={
            'komponen': 'component_word.written',
            'status_salur': 'status_code.written_status',
            'tahap': known_period("tahun || '-' || tahap"),
        },
        unknown_place={'identified.kode_kel': 'region_found.district_code'},
    ) }}

from identified
{{ join_region('kemensos') }}
{{ join_status() }}
{{ join_word('component', 'written_component') }}
{{ join_period('kemensos', 'pkh') }}
