-- From everybody who is judged to those who are reached. Judged: all whom the rule looks at, and all
-- who are on the list.
with

step (position, step) as (

    values (1, 'judged'), (2, 'not_refused'), (3, 'eligible'), (4, 'reached'), (5, 'missed'), (6, 'leaked')

),

counted as (

    select
        programme_id,
        step.position,
        step.step,
        count(*) filter (
            where case step.step
                when 'judged' then true
                when 'not_refused' then verdict != 'ineligible'
                when 'eligible' then verdict = 'eligible'
                else coverage = step.step
            end
        ) as judged_count

    from marts.mart_eligibility
    cross join step
    group by
        programme_id,
        step.position,
        step.step

)

select
    programme_id,
    step,
    case when judged_count >= getvariable('smallest_open_cell') then judged_count end
        as judged_count

from counted
order by
    programme_id,
    position
