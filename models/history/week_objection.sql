{{ config(materialized='view') }}

with

objection as (

    select * from {{ ref('objection_in_force') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    objection.objection_id,
    objection.programme_id,
    objection.person_id,
    objection.household_id,
    objection.criterion_id,
    as_of.as_of_date

from objection
cross join as_of
