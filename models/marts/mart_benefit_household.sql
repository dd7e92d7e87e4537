with

enrolment as (

    select * from {{ ref('fct_enrolment') }}
    where status != 'cancelled' and household_id is not null

),

across as (

    select family_key as household_id
    from {{ ref('headline_family') }}
    where metric_id = 'cross_level_families'

),

summed as (

    select
        enrolment.household_id,
        count(distinct enrolment.programme_id) as programme_count,
        string_agg(
            distinct enrolment.programme_id, ', ' order by enrolment.programme_id
        )
            as programmes,
        bool_or(programme.level = 'central') as has_central,
        bool_or(programme.level = 'province') as has_province,
        sum(enrolment.monthly_amount) as monthly_amount,
        count(*) filter (where enrolment.monthly_amount is null) as unknown_amount_count

    from enrolment
    inner join {{ ref('dim_programme') }} as programme
        on enrolment.programme_id = programme.programme_id
    group by enrolment.household_id

)

select
    summed.household_id,
    {{ region_key('household.region_code') }} as region_key,
    household.region_code,
    region.region_name,
    household.district_code,
    region.district_name,
    household.city_code,
    region.city_name,
    {{ decile_key('household.national_decile') }} as decile_key,
    household.national_decile,
    household.member_count,
    cast(summed.programme_count as integer) as programme_count,
    summed.programmes,
    summed.has_central,
    summed.has_province,
    cast(summed.monthly_amount as bigint) as monthly_amount,
    cast(summed.unknown_amount_count as integer) as unknown_amount_count,
    household.as_of_date,
    across.household_id is not null as is_cross_level,
    carried_forward.stale_sources,
    carried_forward.stale_days

from summed
cross join {{ ref('carried_forward') }} as carried_forward
inner join {{ ref('dim_household') }} as household
    on summed.household_id = household.household_id
left join {{ ref('dim_region') }} as region
    on household.region_code = region.region_code
left join across
    on summed.household_id = across.household_id
