{{ config(materialized='view') }}

with

person as (

    select * from {{ ref('person') }}

),

resident as (

    select * from {{ ref('resident') }}

),

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

as_of as (

    select * from {{ ref('as_of') }}

),

-- Life status, birth date, sex and job: the civil registry, else the national register.
-- A birth date that both the NIK and the national register contradict decides nothing.
described as (

    select
        person.person_id,
        person.nik,
        coalesce(resident.full_name, member.full_name) as full_name,
        coalesce(resident.birth_date, member.birth_date) as likely_birth_date,
        coalesce(
            resident.is_born_on_another_day
            and member.birth_date != resident.birth_date
            and member.nik = resident.nik
            and member.nik_status in ('valid', 'repaired', 'float'),
            false
        ) as is_birth_date_contradicted,
        coalesce(resident.sex, member.sex) as sex,
        resident.life_status,
        resident.life_status_on,
        resident.life_status_contradiction,
        coalesce(resident.region_code, member.id_card_region_code) as region_code,
        coalesce(resident.id_card_province_code, member.id_card_province_code)
            as id_card_province_code,
        coalesce(resident.occupation_class, id_card_job.occupation_class)
            as occupation_class,
        case
            when resident.occupation_class is null then person.member_row_id
            else person.resident_row_id
        end as occupation_row_id,
        member.school_participation,
        member.school_level,
        member.school_grade,
        member.is_working,
        member.has_disability,
        member.has_severe_disability,
        member.has_central_insurance,
        member.has_local_insurance,
        member.family_role,
        resident.nik is not null as is_in_civil_registry,
        member.source_row_id is not null as is_in_national_register,
        {{ whom_it_names('member', ['nik', 'no_kk', 'name_normalised']) }}
            as member_print,
        as_of.as_of_date

    from person
    cross join as_of
    left join resident
        on person.nik = resident.nik
    left join member
        on person.member_row_id = member.source_row_id
    left join {{ ref('occupation_class') }} as id_card_job
        on
            {{ word_key('member.id_card_occupation') }}
            = {{ word_key('id_card_job.occupation') }}

)

select
    * exclude (likely_birth_date),
    case when not is_birth_date_contradicted then likely_birth_date end as birth_date,
    case
        when not is_birth_date_contradicted
            then {{ age_in_years('likely_birth_date', 'as_of_date') }}
    end as age_years

from described
