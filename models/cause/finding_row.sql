{{ config(materialized='ephemeral') }}

with

looked_up as (

    select * from {{ ref('finding_lookup') }}

),

-- Rows that say otherwise on whom a finding stands on, the nearest to it only.
by_row as (

    select
        looked_up.finding_id,
        looked_up.name,
        'data' as cause_kind,
        changed.source,
        changed.table_name,
        changed.field,
        changed.change_kind,
        changed.source_row_id,
        changed.batch_date,
        looked_up.distance,
        min(looked_up.distance) over (
            partition by looked_up.finding_id, looked_up.name
        ) as least_distance

    from looked_up
    inner join {{ ref('recent_change') }} as changed
        on
            looked_up.subject_id = changed.subject_id
            and looked_up.source = changed.source
            and looked_up.table_name = changed.table_name
    where
        changed.tells_whom
        or changed.field = looked_up.field
        or (
            looked_up.field is null
            and (changed.tells_standing or looked_up.is_about_rows)
            and coalesce(looked_up.programme_id = changed.programme_id, true)
        )

),

by_list as (

    select
        looked_up.finding_id,
        looked_up.name,
        {{ news_of_list('new_list') }}

    from looked_up
    inner join {{ ref('new_list') }} as new_list
        on
            looked_up.source = new_list.source
            and looked_up.table_name = new_list.table_name

)

select
    finding_id,
    name,
    cause_kind,
    source,
    table_name,
    field,
    change_kind,
    source_row_id,
    batch_date
from by_row
where distance = least_distance

union

select * from by_list
