-- From everybody who is judged to those who are reached. Judged: all whom the rule looks at, and all
-- who are on the list. Eligible are those reached and those missed: where one of these is small, how
-- many are eligible is hidden too.
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

),

split as (

    select
        programme_id,
        count(*) filter (where judged_count between 1 and getvariable('smallest_open_cell') - 1)
        > 0 as has_small_part

    from counted
    where step in ('reached', 'missed')
    group by programme_id

)

select
    counted.programme_id,
    counted.step,
    case
        when
            counted.judged_count >= getvariable('smallest_open_cell')
            and not (counted.step = 'eligible' and split.has_small_part)
            then counted.judged_count
    end as judged_count

from counted
inner join split
    on counted.programme_id = split.programme_id
order by
    counted.programme_id,
    counted.position
