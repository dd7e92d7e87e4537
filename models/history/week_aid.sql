with

enrolled as (

    select
        enrolment.programme_id,
        household.region_code,
        count(*) as enrolment_count,
        count(distinct enrolment.family_key) as family_count,
        count(distinct enrolment.person_id) as person_count,
        sum(enrolment.monthly_amount) as monthly_amount

    from {{ ref('fct_enrolment') }} as enrolment
    left join {{ ref('dim_household') }} as household
        on enrolment.household_id = household.household_id
    where enrolment.status != 'cancelled'
    group by all

),

paid as (

    select
        payment.programme_id,
        household.region_code,
        sum(payment.amount) as paid_amount

    from {{ ref('fct_payment') }} as payment
    left join {{ ref('dim_household') }} as household
        on payment.household_id = household.household_id
    where payment.status = 'succeeded'
    group by all

)

select
    coalesce(enrolled.programme_id, paid.programme_id) as programme_id,
    coalesce(enrolled.region_code, paid.region_code) as region_code,
    coalesce(enrolled.enrolment_count, 0) as enrolment_count,
    coalesce(enrolled.family_count, 0) as family_count,
    coalesce(enrolled.person_count, 0) as person_count,
    cast(enrolled.monthly_amount as bigint) as monthly_amount,
    cast(paid.paid_amount as bigint) as paid_amount,
    carried_forward.stale_days,
    as_of.as_of_date

from enrolled
full outer join paid
    on
        enrolled.programme_id is not distinct from paid.programme_id
        and enrolled.region_code is not distinct from paid.region_code
cross join {{ ref('as_of') }} as as_of
cross join {{ ref('carried_forward') }} as carried_forward
