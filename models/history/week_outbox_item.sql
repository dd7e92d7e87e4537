{{ config(materialized='view') }}

with

item as (

    select * from {{ ref('followed_item') }}
    where is_asked

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    item.item_id,
    item.agency_id,
    item.kind,
    item.reason_id,
    item.programme_id,
    item.source,
    item.table_name,
    item.monthly_amount,
    as_of.as_of_date

from item
cross join as_of
