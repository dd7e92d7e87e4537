with

enrolled as (

    select distinct
        programme_id,
        case when unit = 'person' then person_id else household_id end as unit_id

    from conformed.fct_enrolment
    where
        status is distinct from 'cancelled'
        and list_contains(getvariable('programmes_with_rule'), programme_id)

),

judged as (

    select distinct
        programme_id,
        case when unit = 'person' then person_id else household_id end as unit_id

    from eligibility.fct_eligibility
    where is_enrolled

),

open as (

    select enrolled.programme_id
    from enrolled
    anti join judged
        on
            enrolled.programme_id = judged.programme_id
            and enrolled.unit_id = judged.unit_id
    where enrolled.unit_id is not null

)

select
    programme_id as subject,
    count(*) || ' enrolled and not judged' as observed,
    'none' as expected

from open
group by programme_id
