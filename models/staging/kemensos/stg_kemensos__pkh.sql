with

landed as (

    {{ rows_in_force('kemensos', 'pkh') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama_pengurus') }} as manager_name,
        {{ tidy_name('nama_anggota') }} as member_name,
        {{ parse_birth_date('tgl_lahir_anggota') }} as member_birth_date,
        {{ period_key("tahun || '-' || tahap") }} as period_key,
        {{ parse_rupiah('nominal') }} as amount,
        {{ parse_date('tgl_salur') }} as paid_on,
        {{ tidy_region_code('kode_kel') }} as written_region_code,
        {{ tidy_word('komponen') }} as written_component,
        {{ tidy_word('status_salur') }} as written_status
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
    {{ notes([
        number_note('no_kk'),
        number_note('manager_nik'),
        number_note('member_nik'),
        unread_note('bad_date', {
            'tgl_lahir_anggota': 'member_birth_date', 'tgl_salur': 'paid_on',
        }),
        two_digit_year_note(['tgl_lahir_anggota', 'tgl_salur']),
        unread_note('bad_amount', {'nominal': 'amount'}),
    ]) }} as notes

from identified
{{ join_region('kemensos') }}
{{ join_status() }}
{{ join_word('component', 'written_component') }}
{{ join_period('kemensos', 'pkh') }}
