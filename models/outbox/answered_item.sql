{{ config(materialized='view') }}

with

came as (

    select * from {{ ref('list_came') }}

),

answer as (

    select * from {{ ref('item_answer') }}

),

any_list as (

    select
        agency_id,
        max(batch_date) as batch_date
    from came
    group by agency_id

),

newest as (

    select max(batch_date) as batch_date
    from {{ ref('snapshot_file') }}

)

-- The last drop in which the list that was asked about came; where none was, any list
-- of the agency; where it sends none, any at all.
select
    told.*,
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
left join answer
    on told.item_id = answer.item_id
left join came
    on told.source = came.source and told.table_name = came.table_name
left join any_list
    on told.agency_id = any_list.agency_id
