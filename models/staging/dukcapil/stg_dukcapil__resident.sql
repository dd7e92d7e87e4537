with

landed as (

    {{ rows_in_force('dukcapil', 'resident') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama_lgkp') }} as full_name,
        {{ read_date('dukcapil.resident', 'tgl_lhr') }} as birth_date,
        {{ read_date('dukcapil.resident', 'tgl_status') }} as life_status_on,
        {{ tidy_region_code('kode_wilayah') }} as written_region_code,
        {{ word_key('jenis_klmin') }} as written_sex,
        {{ word_key('stat_hbkel') }} as written_role,
        {{ tidy_word('jenis_pkrjn') }} as occupation,
        {{ word_key('jenis_pkrjn') }} as written_occupation,
        {{ word_key('status_penduduk') }} as written_life_status
    from landed

),

identified as (

    {{ identify('typed', nik='nik', no_kk='no_kk', birth_date='birth_date') }}

)

select
    {{ passed_through('identified') }},
    {{ number_columns('nik') }},
    {{ number_columns('no_kk') }},
    identified.full_name,
    {{ normalise_name('identified.full_name') }} as name_normalised,
    identified.birth_date,
    sex_word.meaning as sex,
    {{ tidy_name('identified.tmpt_lhr') }} as birth_place,
    family_role_word.meaning as family_role,
    identified.occupation,
    occupation_class.occupation_class,
    life_status_word.meaning as life_status,
    identified.life_status_on,
    {{ region_columns('identified.kode_wilayah') }},
    case
        when length(identified.written_region_code) = 10
            then {{ known_province('identified.written_region_code') }}
    end as id_card_province_code,
    {{ notes_and_unread(
        [
            number_note('nik'),
            number_note('no_kk'),
            sex_note('nik', 'sex_word.meaning'),
        ],
        bad_date={
            'tgl_lhr': 'identified.birth_date',
            'tgl_status': 'identified.life_status_on',
        },
        unknown_word={
            'jenis_klmin': 'sex_word.written',
            'stat_hbkel': 'family_role_word.written',
            'jenis_pkrjn': 'occupation_class.occupation',
            'status_penduduk': 'life_status_word.written',
        },
    ) }}

from identified
{{ join_word('sex', 'written_sex') }}
{{ join_word('family_role', 'written_role') }}
{{ join_word('life_status', 'written_life_status') }}
left join {{ ref('occupation_class') }} as occupation_class
    on identified.written_occupation = {{ word_key('occupation_class.occupation') }}
{{ join_region('dukcapil') }}
