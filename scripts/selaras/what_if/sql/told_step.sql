-- What each effect adds to or takes from what is certain, rupiah a year. Counts under the smallest
-- that is told are hidden, and then the next larger ones, until the hidden ones are together as
-- many as are told; they are one step (`effect` is null). A programme in which fewer change at all
-- has no steps. One row per scenario, programme and step.
with

counted as (

    select
        scenario,
        programme_id,
        unit,
        effect,
        count(*) as units,
        cast(sum(certain_after - certain_before) * 12 as bigint) as amount

    from changed
    group by scenario, programme_id, unit, effect
    having sum(certain_after - certain_before) <> 0

),

ranked as (

    select
        *,
        coalesce(sum(units) over (
            partition by scenario, programme_id
            order by units, effect
            rows between unbounded preceding and 1 preceding
        ), 0) as smaller

    from counted

)

select
    scenario,
    programme_id,
    unit,
    case when units >= $smallest and smaller not between 1 and $smallest - 1 then effect end
        as effect,
    cast(sum(units) as bigint) as units,
    cast(sum(amount) as bigint) as amount

from ranked
group by all
having sum(units) >= $smallest
order by scenario, programme_id, effect nulls last
