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
    enrolment.family_key,
    max(enrolment.household_id) as household_id,
    count(*) as enrolment_count,
    cast(sum(enrolment.monthly_amount) as bigint) as monthly_amount,
    as_of.as_of_date

from enrolment
cross join as_of
group by
    enrolment.programme_id,
    enrolment.family_key,
    as_of.as_of_date
