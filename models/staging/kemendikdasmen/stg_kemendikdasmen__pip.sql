with

landed as (

    {{ rows_in_force('kemendikdasmen', 'pip') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama_siswa') }} as full_name,
        {{ parse_birth_date('tanggal_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ tidy_word('jenjang') }} as written_level,
        {{ parse_rupiah('nominal') }} as amount,
        {{ parse_date('tgl_cair') }} as paid_on,
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
    school_level_word.meaning as school_level,
    {{ parse_count('identified.kelas') }} as grade,
    {{ tidy_name('identified.nama_sekolah') }} as school_name,
    {{ period_columns('identified.period_key') }},
    identified.amount,
    {{ status_columns() }},
    identified.paid_on,
    {{ notes([
        number_note('nik'),
        unread_note('bad_date', {'tanggal_lahir': 'birth_date', 'tgl_cair': 'paid_on'}),
        two_digit_year_note(['tanggal_lahir', 'tgl_cair']),
        unread_note('bad_amount', {'nominal': 'amount'}),
    ]) }} as notes

from identified
{{ join_word('school_level', 'written_level') }}
{{ join_status() }}
{{ join_period('kemendikdasmen', 'pip') }}
