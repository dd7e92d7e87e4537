{{ config(materialized='view') }}

with

verdict as (

    select * from {{ source('past', 'week_verdict') }}

),

week as (

    select max(verdict.as_of_date) as was_on
    from verdict

),

as_of as (

    select * from {{ ref('as_of') }}

)

-- Null where no week left a record: then nothing is said to have changed.
select
    as_of.as_of_date,
    week.was_on

from as_of
cross join week
