-- The programmes for families, as an analyst would write them for 2025-11-01: numbers in the text.
create table pkh as
with

looked_at as (

    select
        household.*,
        enrolled.household_id is not null as is_enrolled
    from dim_household as household
    left join (
        select distinct household_id
        from fct_enrolment
        where programme_id = 'pkh' and status is distinct from 'cancelled'
    ) as enrolled using (household_id)
    where enrolled.household_id is not null or (national_decile <= 4) is not false

),

member as (

    select
        household_id,
        is_alive
        and is_member
        and (
            is_pregnant
            or age_years <= 6
            or age_years >= 60
            or has_severe_disability
            or (
                is_in_school
                and age_years <= 21
                and school_level in ('primary', 'junior_secondary', 'senior_secondary')
            )
        ) as has_component,
        case
            when (is_alive and is_member) is not true then 0
            when is_pregnant or age_years <= 6 then 750000
            when age_years >= 60 or has_severe_disability then 600000
            when is_in_school and age_years <= 21
                then
                    case school_level
                        when 'senior_secondary' then 500000
                        when 'junior_secondary' then 375000
                        when 'primary' then 225000
                        else 0
                    end
            else 0
        end as amount
    from dim_person
    where household_id in (select household_id from looked_at)

),

component as (

    select
        household_id,
        case
            when bool_or(has_component) then true
            when count(has_component) = count(*) then false
        end as has_component,
        list_sum(max(amount, 4)) as amount
    from member
    group by household_id

),

judged as (

    select
        looked_at.household_id,
        as_of_date,
        is_enrolled,
        true as is_in_force,
        national_decile <= 4 as is_in_decile,
        has_component,
        not has_public_servant_member as has_no_public_servant,
        amount,
        (national_decile <= 4 and has_component and not has_public_servant_member) as holds
    from looked_at
    left join component using (household_id)

)

select
    'pkh' as programme_id,
    'household' as unit,
    cast(null as varchar) as person_id,
    * exclude (amount, holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then amount // 3 end as bigint) as entitled_amount
from judged;

create table sembako as
with

judged as (

    select
        household_id,
        as_of_date,
        enrolled.household_id is not null as is_enrolled,
        true as is_in_force,
        national_decile <= 5 as is_in_decile,
        has_living_member as is_alive,
        not has_public_servant_member as has_no_public_servant,
        (national_decile <= 5 and has_living_member and not has_public_servant_member) as holds
    from dim_household as household
    left join (
        select distinct household_id
        from fct_enrolment
        where programme_id = 'sembako' and status is distinct from 'cancelled'
    ) as enrolled using (household_id)
    where enrolled.household_id is not null or (national_decile <= 5) is not false

)

select
    'sembako' as programme_id,
    'household' as unit,
    cast(null as varchar) as person_id,
    * exclude (holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then 200000 end as bigint) as entitled_amount
from judged;

create table blts as
with

judged as (

    select
        household_id,
        as_of_date,
        enrolled.household_id is not null as is_enrolled,
        true as is_in_force,
        national_decile <= 4 as is_in_decile,
        has_living_member as is_alive,
        not has_public_servant_member as has_no_public_servant,
        (national_decile <= 4 and has_living_member and not has_public_servant_member) as holds
    from dim_household as household
    left join (
        select distinct household_id
        from fct_enrolment
        where programme_id = 'blts' and status is distinct from 'cancelled'
    ) as enrolled using (household_id)
    where enrolled.household_id is not null or (national_decile <= 4) is not false

)

select
    'blts' as programme_id,
    'household' as unit,
    cast(null as varchar) as person_id,
    * exclude (holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then 300000 end as bigint) as entitled_amount
from judged;
