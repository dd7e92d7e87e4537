{{ config(materialized='view') }}

with

list_row as (

    select * from {{ ref('list_row') }}

),

matched as (

    select * from {{ ref('list_row_person') }}

),

placed as (

    select * from {{ ref('list_row_household') }}

)

select
    list_row.source_row_id,
    list_row.batch_date,
    list_row.source,
    list_row.table_name,
    list_row.file,
    list_row.line,
    list_row.role,
    matched.person_id,
    placed.household_id,
    case
        when list_row.unit = 'household' and list_row.role = 'recipient'
            then placed.match_method
        else coalesce(matched.match_method, 'unmatched')
    end as match_method,
    placed.match_method as household_match_method

from list_row
left join matched
    on
        list_row.source_row_id = matched.source_row_id
        and list_row.role = matched.role
left join placed
    on list_row.source_row_id = placed.source_row_id
