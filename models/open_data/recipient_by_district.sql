with

enrolment as (

    select * from {{ ref('fct_enrolment') }}
    where status != 'cancelled' and household_id is not null

),

household as (

    select * from {{ ref('dim_household') }}

),

region as (

    select distinct
        district_code,
        district_name,
        city_code,
        city_name

    from {{ ref('dim_region') }}

),

counted as (

    select
        household.district_code,
        enrolment.programme_id,
        household.national_decile,
        count(distinct enrolment.household_id) as family_count,
        sum(enrolment.monthly_amount) as monthly_amount

    from enrolment
    inner join household
        on enrolment.household_id = household.household_id
    group by
        household.district_code,
        enrolment.programme_id,
        household.national_decile

)

-- No totals stand beside the cells, so that a suppressed one cannot be worked out from
-- them.
select
    counted.district_code,
    region.district_name,
    region.city_code,
    region.city_name,
    counted.programme_id,
    counted.national_decile,
    counted.family_count < {{ var("smallest_open_cell") }} as is_suppressed,
    case
        when counted.family_count >= {{ var("smallest_open_cell") }}
            then counted.family_count
    end as family_count,
    case
        when counted.family_count >= {{ var("smallest_open_cell") }}
            then cast(counted.monthly_amount as bigint)
    end as monthly_amount,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from counted
cross join {{ ref('carried_forward') }} as carried_forward
cross join {{ ref('as_of') }} as as_of
inner join region
    on counted.district_code = region.district_code
