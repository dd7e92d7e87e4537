{{ config(materialized='view') }}

with

verdict as (

    select max(as_of_date) as was_on from {{ source('past', 'week_verdict') }}

),

kept as (

    select max(as_of_date) as was_on from {{ source('past', 'week_rule') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

-- Null where no week left a record, or an older version left less than is needed here:
-- then nothing is said to have changed.
select
    as_of.as_of_date,
    kept.was_on

from as_of
left join verdict
    on as_of.as_of_date > verdict.was_on
left join kept
    on verdict.was_on = kept.was_on
