{{ config(materialized='ephemeral') }}

with

looked_up as (

    select * from {{ ref('fact_lookup') }}

),

-- What the rows say has changed: the field itself, whom the row is about, or the row.
by_row as (

    select
        {{ same_fact('looked_up') }},
        'data' as cause_kind,
        changed.source,
        changed.table_name,
        changed.field,
        changed.change_kind,
        changed.source_row_id,
        changed.batch_date,
        looked_up.distance,
        min(looked_up.distance) over (
            partition by {{ same_fact('looked_up') }}
        ) as least_distance

    from looked_up
    inner join {{ ref('recent_change') }} as changed
        on
            looked_up.looked_up_id = changed.subject_id
            and looked_up.source = changed.source
            and looked_up.table_name = changed.table_name
    where
        (changed.tells_whom and looked_up.about != 'register')
        or changed.field = looked_up.field
        or (
            looked_up.field is null
            and (looked_up.about != 'unit' or changed.tells_standing)
        )

),

by_list as (

    select
        {{ same_fact('looked_up') }},
        {{ news_of_list('new_list') }}

    from looked_up
    inner join {{ ref('new_list') }} as new_list
        on
            looked_up.source = new_list.source
            and looked_up.table_name = new_list.table_name
    where looked_up.about != 'register'

)

select
    {{ same_fact('by_row') }},
    by_row.cause_kind,
    by_row.source,
    by_row.table_name,
    by_row.field,
    by_row.change_kind,
    by_row.source_row_id,
    by_row.batch_date
from by_row
where by_row.distance = by_row.least_distance

union

select * from by_list
