{{ config(materialized='view') }}

with

any_list as (

    select
        agency_id,
        max(batch_date) as batch_date
    from {{ ref('list_came') }}
    group by agency_id

),

newest as (

    select max(batch_date) as batch_date
    from {{ ref('snapshot_file') }}

)

-- The last drop in which the list that was asked about came; where none was, any list
-- of the agency; where it sends none, any at all.
select
    told.item_id,
    told.facts_id,
    told.agency_id,
    told.kind,
    told.reason_id,
    told.programme_id,
    told.source_row_id,
    told.asked_role,
    told.monthly_amount,
    told.settles,
    told.need,
    told.certainty,
    told.source,
    told.table_name,
    answer.answer,
    answer.facts_id as facts_answered,
    coalesce(answer.answered_on, answer.batch_date) as answered_on,
    answer.batch_date as answered_in,
    case
        when told.source is null
            then coalesce(any_list.batch_date, newest.batch_date)
        else came.batch_date
    end as came_on

from {{ ref('told_item') }} as told
cross join newest
left join {{ ref('item_answer') }} as answer
    on told.item_id = answer.item_id
left join {{ ref('list_came') }} as came
    on told.source = came.source and told.table_name = came.table_name
left join any_list
    on told.agency_id = any_list.agency_id
