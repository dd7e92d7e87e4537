-- Health insurance and diploma relief, as an analyst would write them for 2025-11-01.
create table pbi_jk as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        h.national_decile <= 5 as is_poor__is_in_decile,
        p.lives_in_care_home as is_poor__lives_in_care_home,
        (
            coalesce(o.poor, false)
            or h.national_decile <= 5
            or p.lives_in_care_home
        ) as is_poor,
        p.is_alive,
        (
            not p.is_public_servant
            and not p.is_state_enterprise_employee
        ) as is_not_insured_by_work
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'pbi_jk' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    left join (
        select
            person_id,
            bool_or(criterion_id = 'is_poor') as poor
        from objection_in_force where programme_id = 'pbi_jk' group by person_id
    ) as o on p.person_id = o.person_id
    left join dim_household as h on p.household_id = h.household_id
    where e.person_id is not null or (h.national_decile <= 5) is not false

),

concluded as (

    select
        *,
        (
            is_poor and is_alive and is_not_insured_by_work
        ) as holds
    from judged

)

select
    'pbi_jk' as programme_id,
    'person' as unit,
    * exclude (holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then 42000 end as bigint) as entitled_amount
from concluded;

create table pbi_apbd as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        p.has_jakarta_id,
        p.lives_in_jakarta,
        p.is_alive,
        p.insurance_segment != 'pbi_jk' as is_not_insured_elsewhere,
        (
            not p.is_public_servant
            and not p.is_state_enterprise_employee
        ) as is_not_insured_by_work
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'pbi_apbd' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    where e.person_id is not null or (p.insurance_segment in ('pbi_apbd', 'both')) is not false

),

concluded as (

    select
        *,
        (
            has_jakarta_id and lives_in_jakarta and is_alive
            and is_not_insured_elsewhere and is_not_insured_by_work
        ) as holds
    from judged

)

select
    'pbi_apbd' as programme_id,
    'person' as unit,
    * exclude (holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then 42000 end as bigint) as entitled_amount
from concluded;

create table diploma_relief as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        p.diploma_arrears > 0 as has_arrears,
        p.is_alive,
        p.has_jakarta_id,
        p.lives_in_jakarta,
        h.national_decile <= 5 as is_poor__is_in_decile,
        p.has_poverty_letter as is_poor__has_poverty_letter,
        h.national_decile <= 5 or p.has_poverty_letter as is_poor,
        not p.is_formally_employed as is_not_formally_employed,
        p.diploma_arrears
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'diploma_relief' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    left join dim_household as h on p.household_id = h.household_id
    where e.person_id is not null or (p.diploma_arrears is not null) is not false

),

concluded as (

    select
        *,
        (
            has_arrears and is_alive and has_jakarta_id and lives_in_jakarta and
            is_poor and is_not_formally_employed
        ) as holds
    from judged

)

select
    'diploma_relief' as programme_id,
    'person' as unit,
    * exclude (holds, diploma_arrears),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then diploma_arrears // 12 end as bigint) as entitled_amount
from concluded;
