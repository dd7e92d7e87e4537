-- How many there are of each kind, and of each kind in each group; from these all that a page tells
-- is added. Shaped like `open_cell`, so that the same choice hides what is small and what would
-- give it away. Where nobody is changed is no cell: the reform itself says whom it leaves alone.
-- One row per programme, kind, dimension and group.
with

once as (

    select distinct on (programme_id, unit_id) *
    from told_kind

),

each_group as (

    unpivot once
    on decile, city, family_size, sex, age_group, disability
    into name dimension value grouping

),

counted as (

    select
        programme_id,
        kind,
        'all' as dimension,
        'all' as grouping,
        count(*) as unit_count
    from once
    group by
        programme_id,
        kind

    union all

    select
        programme_id,
        kind,
        dimension,
        grouping,
        count(*) as unit_count
    from each_group
    group by
        programme_id,
        kind,
        dimension,
        grouping

)

select
    concat_ws('|', programme_id, kind, dimension, grouping) as cell_id,
    'shown' as role,
    'what_if' as subject,
    programme_id,
    kind,
    dimension,
    grouping,
    dimension as cut_kind,
    'province' as region_level,
    'all' as place_code,
    unit_count,
    cast(null as bigint) as amount,
    cast(0 as bigint) as past_unit_count,
    cast(0 as bigint) as past_amount,
    cast(null as boolean) as was_hidden

from counted
