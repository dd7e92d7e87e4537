-- The headline counts families that no register knows too, which are no household; and
-- a household whose kelurahan is unknown is in no region.
with

headline as (

    select value from {{ ref('mart_headline') }}
    where metric_id = 'cross_level_families'

),

nobody as (

    select count(*) as families

    from {{ ref('headline_family') }} as counted
    left join {{ ref('dim_household') }} as household
        on counted.family_key = household.household_id
    where
        counted.metric_id = 'cross_level_families'
        and household.household_id is null

),

household as (

    select
        count(*) filter (where benefit.is_cross_level) as families,
        count(*) filter (where benefit.is_cross_level and region.region_code is null)
            as families_nowhere

    from {{ ref('mart_benefit_household') }} as benefit
    left join {{ ref('dim_region') }} as region
        on benefit.region_code = region.region_code

),

region as (

    select sum(cross_level_family_count) as families from {{ ref('mart_region') }}

)

select
    headline.value,
    household.families as household_families,
    region.families as region_families

from headline
cross join nobody
cross join household
cross join region
where
    headline.value != household.families + nobody.families
    or household.families != region.families + household.families_nowhere
