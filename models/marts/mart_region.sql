with

region as (

    select * from {{ ref('dim_region') }}

),

household as (

    select * from {{ ref('dim_household') }}

),

benefit as (

    select * from {{ ref('mart_benefit_household') }}

)

select
    region.region_code,
    region.region_name,
    region.district_code,
    region.district_name,
    region.city_code,
    region.city_name,
    count(household.household_id) as family_count,
    count(benefit.household_id) as recipient_family_count,
    count(*) filter (where benefit.programme_count > 1)
        as several_programme_family_count,
    count(*) filter (where benefit.is_cross_level) as cross_level_family_count,
    cast(sum(benefit.monthly_amount) as bigint) as monthly_amount,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from region
cross join {{ ref('carried_forward') }} as carried_forward
cross join {{ ref('as_of') }} as as_of
left join household
    on region.region_code = household.region_code
left join benefit
    on household.household_id = benefit.household_id
group by
    region.region_code,
    region.region_name,
    region.district_code,
    region.district_name,
    region.city_code,
    region.city_name,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days
