with

landed as (

    {{ rows_in_force('bps', 'dtsen_member') }}

),

marking as (

    {{ marks_by_file(
        files_in_force(source('bps', 'dtsen_member')), ['pbi_nas', 'pbi_pemda']
    ) }}

),

severity as (

    select
        min(code) filter (where meaning = 'some') as disability_from,
        min(code) filter (where meaning = 'a_lot') as severe_from
    from {{ ref('dtsen_code') }}
    where code_list = 'disabilitas'

),

-- Many columns look whether all ten are plain.
plain as (

    select
        *,
        {{ has_plain_difficulties() }} as has_plain_difficulties
    from landed

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ read_date('bps.dtsen_member', 'tanggal_lahir') }} as birth_date,
        {{ tidy_codes(member_codes()) }},
        {{ worst_difficulty() }} as worst_difficulty,
        {{ knows_all_difficulties() }} as knows_all_difficulties,
        {{ unread_difficulties() }} as unread_difficulties,
        {{ tidy_region_code('kode_kelurahan_desa_ktp') }} as written_region_code,
        {{ tidy_region_code('kode_kecamatan_ktp') }} as written_district_code
    from plain

),

identified as (

    {{ identify(
        'typed', nik='nomor_induk_kependudukan', no_kk='nomor_kartu_keluarga',
        birth_date='birth_date'
    ) }}

)

select
    {{ passed_through('identified') }},
    {{ number_columns('nik') }},
    {{ number_columns('no_kk') }},
    identified.full_name,
    {{ normalise_name('identified.full_name') }} as name_normalised,
    identified.birth_date,
    sex_code.meaning as sex,
    role_code.meaning as family_role,
    participation_code.meaning as school_participation,
    level_code.meaning as school_level,
    {{ parse_count('identified.kelas_tertinggi_yang_diduduki') }} as school_grade,
    diploma_code.meaning as diploma,
    cast(working_code.meaning as boolean) as is_working,
    {{ has_difficulty('severity.disability_from') }} as has_disability,
    {{ has_difficulty('severity.severe_from') }} as has_severe_disability,
    case when marking.tells_pbi_nas then {{ is_marked('identified.pbi_nas') }} end
        as has_central_insurance,
    case when marking.tells_pbi_pemda then {{ is_marked('identified.pbi_pemda') }} end
        as has_local_insurance,
    {{ dtsen_region_columns('id_card_', 'ktp') }},
    {{ known_province(
        'coalesce(identified.written_region_code, identified.written_district_code,'
        ' identified.kode_provinsi_ktp)'
    ) }} as id_card_province_code,
    {{ tidy_word('identified.pekerjaan_ktp') }} as id_card_occupation,
    {{ notes_and_unread(
        [number_note('nik'), number_note('no_kk'), sex_note('nik', 'sex_code.meaning')],
        bad_date={'tanggal_lahir': 'identified.birth_date'},
        unknown_word={
            'identified.jenis_kelamin': 'sex_code.code',
            'identified.status_hubungan_keluarga': 'role_code.code',
            'identified.partisipasi_sekolah': 'participation_code.code',
            'identified.jenjang_tertinggi_yang_diduduki': 'level_code.code',
            'identified.ijazah_tertinggi_yang_dimiliki': 'diploma_code.code',
            'identified.status_bekerja': 'working_code.code',
            'identified.pbi_nas': is_marked('identified.pbi_nas'),
            'identified.pbi_pemda': is_marked('identified.pbi_pemda'),
        },
        unread_words='identified.unread_difficulties',
    ) }}

from identified
cross join severity
inner join marking
    on identified.file_id = marking.file_id
{{ join_dtsen_region('kelurahan_desa_ktp') }}
{{ join_dtsen_codes(member_codes()) }}
