-- From everybody who is judged to those who are reached. Judged: all whom the rule looks at, and all
-- who are on the list. The overview tells all programmes together: beside small programmes of a step
-- the next larger ones are hidden, until the hidden ones are together as many as are told. Eligible
-- are those reached and those missed: where one of these is hidden, the eligible are too.
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

ranked as (

    select
        *,
        sum(judged_count) over (
            partition by step
            order by judged_count, programme_id
            rows between unbounded preceding and 1 preceding
        ) as smaller_count

    from counted

),

marked as (

    select
        *,
        judged_count >= getvariable('smallest_open_cell')
        and coalesce(smaller_count, 0) not between 1 and getvariable('smallest_open_cell') - 1
            as is_told

    from ranked

),

split as (

    select
        programme_id,
        count(*) filter (where not is_told and judged_count > 0) > 0 as has_hidden_part

    from marked
    where step in ('reached', 'missed')
    group by programme_id

)

select
    marked.programme_id,
    marked.step,
    case
        when marked.is_told and not (marked.step = 'eligible' and split.has_hidden_part)
            then marked.judged_count
    end as judged_count

from marked
inner join split
    on marked.programme_id = split.programme_id
order by
    marked.programme_id,
    marked.position
