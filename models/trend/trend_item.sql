{{ config(materialized='view') }}

with

asked as (

    {{ every_week('week_outbox_item') }}

),

-- As it was asked last.
item as (

    select
        *,
        min(as_of_date) over (partition by item_id) as first_sent_on,
        count(*) over (partition by item_id) as weeks_sent
    from asked
    qualify as_of_date = max(as_of_date) over (partition by item_id)

),

asked_last as (

    select distinct
        source,
        table_name,
        as_of_date
    from item

),

-- The first week that no longer asked, and whether the list came again.
since as (

    select
        asked_last.source,
        asked_last.table_name,
        asked_last.as_of_date,
        min(later.batch_date) as next_week_on,
        bool_or(
            later.is_in_force
            and asked_last.source = later.source
            and asked_last.table_name = later.table_name
        ) as came_again

    from asked_last
    inner join {{ ref('snapshot_file') }} as later
        on asked_last.as_of_date < later.batch_date
    group by all

)

select
    item.item_id,
    item.agency_id,
    item.kind,
    item.reason_id,
    item.programme_id,
    item.monthly_amount,
    item.first_sent_on,
    item.as_of_date as last_sent_on,
    item.weeks_sent,
    since.next_week_on,
    coalesce(since.came_again, false) as came_again

from item
left join since
    on
        item.source is not distinct from since.source
        and item.table_name is not distinct from since.table_name
        and item.as_of_date = since.as_of_date
