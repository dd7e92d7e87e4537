-- Who gets more and who gets less for certain, by group; hidden as in told_step.sql, within each
-- programme, dimension and direction (`units` and `amount` are null then). Rupiah a year.
-- One row per scenario, programme, dimension, group and direction.
with

moved as (

    select
        *,
        case when certain_after > certain_before then 'more' else 'less' end as direction
    from changed
    where certain_after <> certain_before

),

each_group as (

    unpivot moved
    on decile, city, family_size, sex, age_group, disability
    into name dimension value grouping

),

counted as (

    select
        scenario,
        programme_id,
        dimension,
        grouping,
        direction,
        count(*) as units,
        cast(sum(certain_after - certain_before) * 12 as bigint) as amount

    from each_group
    group by all

),

ranked as (

    select
        *,
        units >= $smallest and coalesce(sum(units) over (
            partition by scenario, programme_id, dimension, direction
            order by units, grouping
            rows between unbounded preceding and 1 preceding
        ), 0) not between 1 and $smallest - 1 as is_shown

    from counted

)

select
    scenario,
    programme_id,
    dimension,
    grouping,
    direction,
    case when is_shown then units end as units,
    case when is_shown then amount end as amount

from ranked
order by scenario, programme_id, dimension, try_cast(grouping as integer), grouping, direction desc
