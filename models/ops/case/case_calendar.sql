{{ config(materialized='view') }}

with

day as (

    select ledger.batch_date as as_of_date
    from {{ source('selaras', 'ledger') }} as ledger
    inner join {{ ref('as_of') }} as as_of
        on ledger.batch_date <= as_of.as_of_date

    union

    select as_of_date from {{ ref('as_of') }}

)

select
    as_of_date,
    row_number() over (order by as_of_date) as week_no,
    lead(as_of_date) over (order by as_of_date) as next_date

from day
