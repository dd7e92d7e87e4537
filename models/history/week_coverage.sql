with

household as (

    select
        household_id,
        region_code

    from {{ ref('dim_household') }}

)

select
    eligibility.programme_id,
    household.region_code,
    eligibility.coverage,
    count(*) as unit_count,
    cast(sum(eligibility.entitled_amount) as bigint) as entitled_amount,
    carried_forward.stale_days,
    as_of.as_of_date

from {{ ref('fct_eligibility') }} as eligibility
cross join {{ ref('as_of') }} as as_of
cross join {{ ref('carried_forward') }} as carried_forward
left join household
    on eligibility.household_id = household.household_id
group by
    eligibility.programme_id,
    household.region_code,
    eligibility.coverage,
    carried_forward.stale_days,
    as_of.as_of_date
