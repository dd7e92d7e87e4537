with

reached as (

    select
        household_id,
        programme_id,
        count(distinct person_id) as person_count,
        count(*) as enrolment_count,
        sum(monthly_amount) as monthly_amount,
        count(*) filter (where monthly_amount is null) as unknown_amount_count,
        min(starts_on) as starts_on,
        case when count(*) = count(ends_on) then max(ends_on) end as ends_on

    from {{ ref('fct_enrolment') }}
    where status != 'cancelled' and household_id is not null
    group by
        household_id,
        programme_id

)

select
    reached.household_id,
    reached.programme_id,
    programme.title_indonesian as programme_indonesian,
    programme.title_english as programme_english,
    programme.agency_id,
    programme.agency_indonesian,
    programme.agency_english,
    programme.level,
    programme.level_indonesian,
    programme.level_english,
    cast(reached.person_count as integer) as person_count,
    cast(reached.enrolment_count as integer) as enrolment_count,
    cast(reached.monthly_amount as bigint) as monthly_amount,
    cast(reached.unknown_amount_count as integer) as unknown_amount_count,
    {{ month_of('reached.starts_on') }} as starts_on,
    {{ add_days(month_by('reached.ends_on'), -1) }} as last_day,
    region.region_key,
    region.region_name,
    region.district_name,
    region.city_name,
    {{ decile_key('household.national_decile') }} as decile_key,
    household.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from reached
cross join {{ ref('carried_forward') }} as carried_forward
inner join {{ ref('dim_household') }} as household
    on reached.household_id = household.household_id
inner join {{ ref('star_programme') }} as programme
    on reached.programme_id = programme.programme_id
inner join {{ ref('star_region') }} as region
    on {{ region_key('household.region_code') }} = region.region_key
