with

paid as (

    select
        programme_id,
        family_key,
        coalesce(cast(period_starts_on as varchar), 'unknown') as paid_month,
        max(household_id) as household_id,
        sum(amount) as amount

    from {{ ref('fct_payment') }}
    where status = 'succeeded'
    group by
        programme_id,
        family_key,
        period_starts_on

)

select
    paid.programme_id,
    paid.family_key,
    coalesce(region.region_code, 'unknown') as region_code,
    paid.paid_month,
    cast(paid.amount as bigint) as amount

from paid
left join {{ ref('dim_household') }} as household
    on paid.household_id = household.household_id
left join {{ ref('dim_region') }} as region
    on household.region_code = region.region_code
