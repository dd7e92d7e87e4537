-- The programmes for pupils, as an analyst would write them for 2025-11-01: numbers in the text.
create table pip as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        (
            p.is_in_school
            and p.school_level in ('primary', 'junior_secondary', 'senior_secondary')
        ) as is_in_school,
        p.is_alive,
        h.national_decile <= 5 as is_poor__is_in_decile,
        h.receives_regular_aid as is_poor__is_in_regular_aid,
        p.has_disability as is_poor__has_disability,
        p.is_priority_pupil as is_poor__is_priority_pupil,
        (
            coalesce(o.poor, false)
            or h.national_decile <= 5
            or h.receives_regular_aid
            or p.has_disability
            or p.is_priority_pupil
        ) as is_poor,
        p.school_level,
        p.school_grade
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'pip' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    left join (
        select
            person_id,
            bool_or(criterion_id = 'is_poor') as poor
        from objection_in_force where programme_id = 'pip' group by person_id
    ) as o on p.person_id = o.person_id
    left join dim_household as h on p.household_id = h.household_id
    where
        e.person_id is not null
        or (
            p.is_in_school
            and p.school_level in ('primary', 'junior_secondary', 'senior_secondary')
        ) is not false

),

concluded as (

    select
        *,
        (
            is_in_school and is_alive and is_poor
        ) as holds
    from judged

)

select
    'pip' as programme_id,
    'person' as unit,
    * exclude (holds, school_level, school_grade),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(
        case when holds
            then
                case school_level
                    when 'primary' then if(school_grade != 6, 450000, 225000)
                    when 'junior_secondary' then if(school_grade not in (3, 9), 750000, 375000)
                    when 'senior_secondary' then if(school_grade not in (3, 12), 1800000, 900000)
                end // 12
        end as bigint
    ) as entitled_amount
from concluded;

create table kjp_plus as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        p.age_years between 6 and 21 as is_of_school_age,
        (
            p.is_in_school
            and (
                p.school_level in ('primary', 'junior_secondary', 'senior_secondary')
                or p.school_type is not null
            )
        ) as is_in_school,
        p.is_alive,
        p.has_jakarta_id,
        p.lives_in_jakarta,
        h.national_decile <= 4 as is_poor__is_in_decile,
        p.lives_in_care_home as is_poor__lives_in_care_home,
        p.has_disability as is_poor__has_disability,
        p.is_listed_as_poor as is_poor__is_listed_as_poor,
        p.is_child_of_disabled_parent as is_poor__is_child_of_disabled_parent,
        p.is_child_of_jaklingko_driver as is_poor__is_child_of_jaklingko_driver,
        p.is_child_of_worker_card_holder as is_poor__is_child_of_worker_card_holder,
        p.has_returned_to_school as is_poor__has_returned_to_school,
        (
            coalesce(o.poor, false)
            or h.national_decile <= 4
            or p.lives_in_care_home
            or p.has_disability
            or p.is_listed_as_poor
            or p.is_child_of_disabled_parent
            or p.is_child_of_jaklingko_driver
            or p.is_child_of_worker_card_holder
            or p.has_returned_to_school
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
        ) as has_no_state_enterprise_employee,
        p.school_level,
        p.school_type
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'kjp_plus' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    left join (
        select
            person_id,
            bool_or(criterion_id = 'is_poor') as poor,
            bool_or(criterion_id = 'owns_no_car') as car,
            bool_or(criterion_id = 'owns_no_valuable_property') as property,
            bool_or(criterion_id = 'has_no_public_servant') as servant,
            bool_or(criterion_id = 'has_no_state_enterprise_employee') as enterprise
        from objection_in_force where programme_id = 'kjp_plus' group by person_id
    ) as o on p.person_id = o.person_id
    left join dim_household as h on p.household_id = h.household_id
    where e.person_id is not null or (p.is_in_school and p.age_years between 6 and 21) is not false

),

concluded as (

    select
        *,
        (
            is_of_school_age and is_in_school and is_alive and has_jakarta_id and
            lives_in_jakarta and is_poor and owns_no_car and
            owns_no_valuable_property and has_no_public_servant and
            has_no_state_enterprise_employee
        ) as holds
    from judged

)

select
    'kjp_plus' as programme_id,
    'person' as unit,
    * exclude (holds, school_level, school_type),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(
        case when holds
            then
                case
                    when school_type = 'pkbm' then 300000
                    when school_level = 'primary' then 250000
                    when school_level = 'junior_secondary' then 300000
                    when school_level = 'senior_secondary' and school_type = 'sma' then 420000
                    when school_level = 'senior_secondary' and school_type = 'smk' then 450000
                end
        end as bigint
    ) as entitled_amount
from concluded;
