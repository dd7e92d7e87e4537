with

landed as (

    {{ rows_in_force('dukcapil', 'resident') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama_lgkp') }} as full_name,
        {{ parse_birth_date('tgl_lhr') }} as birth_date,
        {{ parse_date('tgl_status') }} as life_status_on,
        {{ tidy_region_code('kode_wilayah') }} as written_region_code,
        {{ tidy_word('jenis_klmin') }} as written_sex,
        {{ tidy_word('stat_hbkel') }} as written_role,
        {{ tidy_word('jenis_pkrjn') }} as occupation,
        {{ tidy_word('status_penduduk') }} as written_life_status
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
            then left(identified.written_region_code, 2)
    end as id_card_province_code,
    {{ notes([
        number_note('nik'),
        number_note('no_kk'),
        sex_note('nik', 'sex_word.meaning'),
        unread_note('bad_date', {'tgl_lhr': 'birth_date', 'tgl_status': 'life_status_on'}),
        two_digit_year_note(['tgl_lhr', 'tgl_status']),
    ]) }} as notes

from identified
{{ join_word('sex', 'written_sex') }}
{{ join_word('family_role', 'written_role') }}
{{ join_word('life_status', 'written_life_status') }}
left join {{ ref('occupation_class') }} as occupation_class
    on identified.occupation = occupation_class.occupation
{{ join_region('dukcapil') }}
