-- Who gets more and who gets less for certain, by group, rupiah a year: where each kind of them in
-- the group is told. One row per scenario, programme, dimension, group and direction.
with

each_group as (

    unpivot told_kind
    on decile, city, family_size, sex, age_group, disability
    into name dimension value grouping

),

counted as (

    select
        each_group.scenario,
        each_group.programme_id,
        each_group.dimension,
        each_group.grouping,
        each_group.direction,
        count(*) as units,
        cast(sum(each_group.change) * 12 as bigint) as amount

    from each_group
    inner join told_cell using (programme_id, kind, dimension, grouping)
    inner join told_hidden
        on told_cell.cell_id = told_hidden.cell_id
    group by all
    having bool_and(not told_hidden.is_hidden)

)

from counted
order by scenario, programme_id, dimension, try_cast(grouping as integer), grouping, direction desc
