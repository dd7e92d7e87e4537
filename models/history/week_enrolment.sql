{{ config(materialized='view') }}

with

enrolment as (

    select * from {{ ref('fct_enrolment') }}
    where coalesce(status, 'unknown') != 'cancelled'

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    enrolment.programme_id,
    enrolment.component,
    enrolment.family_key,
    enrolment.person_id,
    max(enrolment.household_id) as household_id,
    min(enrolment.starts_on) as starts_on,
    cast(sum(enrolment.monthly_amount) as bigint) as monthly_amount,
    as_of.as_of_date

from enrolment
cross join as_of
group by
    enrolment.programme_id,
    enrolment.component,
    enrolment.family_key,
    enrolment.person_id,
    as_of.as_of_date
