-- Since when everybody who is entitled today and not on the list has been so in every landed week.
-- One row per programme and person or family.
with

verdict as (

    select programme_id, person_id, household_id, coverage, $today as as_of_date
    from selaras.eligibility.fct_eligibility
    {past}

),

-- 1 is today, 2 the week before it, and so on.
week as (

    select
        day,
        row_number() over (order by day desc) as weeks_ago
    from (select unnest($days) as day)

),

missed as (

    select
        verdict.programme_id,
        coalesce(verdict.person_id, verdict.household_id) as unit_id,
        week.day,
        week.weeks_ago,
        row_number() over (
            partition by verdict.programme_id, coalesce(verdict.person_id, verdict.household_id)
            order by week.day desc
        ) as place

    from verdict
    inner join week on verdict.as_of_date = week.day
    where verdict.coverage = 'missed'

)

select
    programme_id,
    unit_id,
    datesub('month', min(day), $today) as months_waited

from missed
where weeks_ago = place
group by programme_id, unit_id
