{{ config(materialized='view') }}

with

verdict as (

    select * from {{ source('past', 'week_verdict') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

-- A week of which the facts were not kept, by an older version, explains nothing.
select
    as_of.as_of_date,
    max(kept.as_of_date) as was_on

from as_of
left join (
    select as_of_date from verdict
    group by as_of_date
) as kept
    on as_of.as_of_date > kept.as_of_date
group by as_of.as_of_date
