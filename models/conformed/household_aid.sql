with

enrolment as (

    select * from {{ ref('fct_enrolment') }}
    where status != 'cancelled' and household_id is not null

),

headline_programme as (

    select * from {{ ref('headline_programme') }}
    where metric_id = 'regular_families'

)

select distinct
    enrolment.household_id,
    true as receives_regular_aid

from enrolment
inner join headline_programme
    on enrolment.programme_id = headline_programme.programme_id
