{{ config(materialized='ephemeral') }}

with

snapshot_file as (

    select * from {{ ref('snapshot_file') }}

),

list_in_force as (

    select * from {{ ref('list_in_force') }}

),

last_week as (

    select * from {{ ref('last_week') }}

),

came as (

    select
        source,
        table_name,
        snapshot_key,
        min(batch_date) as came_on

    from snapshot_file
    group by
        source,
        table_name,
        snapshot_key

)

-- A list of a new period, or the first of a source, replaces no file and has no
-- changes; one that came early takes effect when its period begins.
select
    came.source,
    came.table_name,
    came.came_on > last_week.was_on as is_new,
    max(came.came_on) as batch_date

from came
cross join last_week
left join list_in_force
    on
        came.source = list_in_force.source
        and came.table_name = list_in_force.table_name
        and came.snapshot_key = list_in_force.snapshot_key
where
    came.came_on > last_week.was_on
    or list_in_force.starts_on > last_week.was_on
group by
    came.source,
    came.table_name,
    came.came_on > last_week.was_on
