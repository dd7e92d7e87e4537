-- The programmes for students, as an analyst would write them for 2025-11-01: numbers in the text.
create table kjmu as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        p.is_in_school and p.school_level = 'tertiary' as is_student,
        p.is_alive,
        p.has_jakarta_id,
        p.lives_in_jakarta,
        h.national_decile <= 4 as is_poor__is_in_decile,
        p.lives_in_care_home as is_poor__lives_in_care_home,
        p.is_listed_as_poor as is_poor__is_listed_as_poor,
        (
            coalesce(o.poor, false)
            or h.national_decile <= 4
            or p.lives_in_care_home
            or p.is_listed_as_poor
        ) as is_poor,
        coalesce(o.car, false) or not h.owns_car as owns_no_car,
        (
            coalesce(o.property, false)
            or (
                h.highest_property_value <= 1000000000
                and coalesce(h.highest_known_property_value <= 1000000000, true)
            )
        ) as owns_no_valuable_property,
        true as uses_no_branded_water,
        (
            coalesce(o.servant, false)
            or not h.has_public_servant_member
        ) as has_no_public_servant,
        (
            coalesce(o.enterprise, false)
            or not h.has_state_enterprise_member
        ) as has_no_state_enterprise_employee
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'kjmu' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    left join (
        select
            person_id,
            bool_or(criterion_id = 'is_poor') as poor,
            bool_or(criterion_id = 'owns_no_car') as car,
            bool_or(criterion_id = 'owns_no_valuable_property') as property,
            bool_or(criterion_id = 'has_no_public_servant') as servant,
            bool_or(criterion_id = 'has_no_state_enterprise_employee') as enterprise
        from objection_in_force where programme_id = 'kjmu' group by person_id
    ) as o on p.person_id = o.person_id
    left join dim_household as h on p.household_id = h.household_id
    where e.person_id is not null or (p.is_in_school and p.school_level = 'tertiary') is not false

),

concluded as (

    select
        *,
        (
            is_student and is_alive and has_jakarta_id and lives_in_jakarta and
            is_poor and owns_no_car and owns_no_valuable_property and
            has_no_public_servant and has_no_state_enterprise_employee
        ) as holds
    from judged

)

select
    'kjmu' as programme_id,
    'person' as unit,
    * exclude (holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then 1500000 end as bigint) as entitled_amount
from concluded;

create table kipk as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        p.is_in_school and p.school_level = 'tertiary' as is_student,
        p.is_alive,
        h.national_decile <= 3 as is_poor__is_in_decile,
        h.receives_regular_aid as is_poor__is_in_regular_aid,
        p.insurance_segment in ('pbi_jk', 'both') as is_poor__is_insured_by_the_state,
        p.lives_in_care_home as is_poor__lives_in_care_home,
        h.monthly_income <= 4000000 as is_poor__has_low_income,
        (
            h.national_decile <= 3
            or h.receives_regular_aid
            or p.insurance_segment in ('pbi_jk', 'both')
            or p.lives_in_care_home
            or h.monthly_income <= 4000000
        ) as is_poor
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'kipk' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    left join dim_household as h on p.household_id = h.household_id
    where e.person_id is not null or (p.is_in_school and p.school_level = 'tertiary') is not false

),

concluded as (

    select
        *,
        (
            is_student and is_alive and is_poor
        ) as holds
    from judged

)

select
    'kipk' as programme_id,
    'person' as unit,
    * exclude (holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then 1400000 end as bigint) as entitled_amount
from concluded;
