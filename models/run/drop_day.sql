{{ config(materialized='ephemeral') }}

with

as_of as (

    select * from {{ ref('as_of') }}

),

day as (

    select ledger.batch_date as drop_on
    from {{ source('selaras', 'ledger') }} as ledger
    inner join as_of
        on ledger.batch_date <= as_of.as_of_date
    union
    select as_of_date as drop_on
    from as_of

)

-- What is seen on a day was there to see since the drop before.
select
    drop_on,
    coalesce(lag(drop_on) over in_order, cast('0001-01-01' as date)) as began_after,
    case
        when lead(drop_on) over in_order is null then cast('9999-12-31' as date)
        else drop_on
    end as began_by

from day
window in_order as (order by drop_on)
