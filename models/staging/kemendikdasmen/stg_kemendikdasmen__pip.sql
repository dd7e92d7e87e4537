with

landed as (

    {{ rows_in_force('kemendikdasmen', 'pip') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama_siswa') }} as full_name,
        {{ read_date('kemendikdasmen.pip', 'tanggal_lahir') }} as birth_date,
        snapshot_key as period_key,
        {{ word_key('jenjang') }} as written_level,
        {{ read_rupiah('kemendikdasmen.pip', 'nominal') }} as amount,
        {{ read_date('kemendikdasmen.pip', 'tgl_cair') }} as paid_on,
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
    school_level_word.meaning as school_level,
    {{ parse_count('identified.kelas') }} as grade,
    {{ tidy_name('identified.nama_sekolah') }} as school_name,
    {{ period_columns('identified.period_key') }},
    identified.amount,
    {{ status_columns() }},
    identified.paid_on,
    {{ notes_and_unread(
        [number_note('nik')],
        bad_date={
            'tanggal_lahir': 'identified.birth_date', 'tgl_cair': 'identified.paid_on',
        },
        bad_amount={'nominal': 'identified.amount'},
        bad_number={'kelas': parse_count('identified.kelas')},
        unknown_word={
            'jenjang': 'school_level_word.written',
            'identified.status': 'status_code.written_status',
        },
    ) }}

from identified
{{ join_word('school_level', 'written_level') }}
{{ join_status() }}
{{ join_period('kemendikdasmen', 'pip') }}
