with

registered as (

    select * from {{ ref('registered_person') }}

),

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

as_of as (

    select * from {{ ref('as_of') }}

),

-- Birth date, sex and job: the civil registry, else the national register. A birth date
-- that both the NIK and the national register contradict decides nothing.
described as (

    select
        registered.person_id,
        registered.nik,
        coalesce(registered.full_name, member.full_name) as full_name,
        coalesce(registered.birth_date, member.birth_date) as likely_birth_date,
        coalesce(
            registered.is_born_on_another_day
            and member.birth_date != registered.birth_date
            and member.nik = registered.nik
            and member.nik_status in ('valid', 'repaired', 'float'),
            false
        ) as is_birth_date_contradicted,
        coalesce(registered.sex, member.sex) as sex,
        registered.life_status,
        registered.life_status_on,
        registered.life_status_contradiction,
        coalesce(registered.region_code, member.id_card_region_code) as region_code,
        coalesce(registered.id_card_province_code, member.id_card_province_code)
            as id_card_province_code,
        coalesce(registered.occupation_class, id_card_job.occupation_class)
            as occupation_class,
        case
            when registered.occupation_class is null then registered.member_row_id
            else registered.resident_row_id
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
        registered.is_in_civil_registry,
        member.source_row_id is not null as is_in_national_register,
        {{ whom_it_names('member', ['nik', 'no_kk', 'name_normalised']) }}
            as member_print,
        as_of.as_of_date

    from registered
    cross join as_of
    left join member
        on registered.member_row_id = member.source_row_id
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
