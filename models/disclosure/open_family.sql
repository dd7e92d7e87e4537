with

enrolled as (

    select
        programme_id,
        family_key,
        max(household_id) as household_id,
        sum(monthly_amount) as amount

    from {{ ref('fct_enrolment') }}
    where status != 'cancelled'
    group by
        programme_id,
        family_key

)

select
    enrolled.programme_id,
    enrolled.family_key,
    coalesce(region.region_code, 'unknown') as region_code,
    coalesce(cast(household.national_decile as varchar), 'unknown') as decile,
    cast(enrolled.amount as bigint) as amount

from enrolled
left join {{ ref('dim_household') }} as household
    on enrolled.household_id = household.household_id
left join {{ ref('dim_region') }} as region
    on household.region_code = region.region_code
