{{ config(materialized='view') }}

with

-- The weeks of which something is kept: silence about any other says nothing.
day as (

    select as_of_date from {{ source('past', 'week_source') }}
    union
    select as_of_date from {{ source('past', 'week_case') }}
    union
    select as_of_date from {{ ref('as_of') }}

)

select
    as_of_date,
    row_number() over (order by as_of_date) as week_no,
    lead(as_of_date) over (order by as_of_date) as next_date

from day
