with

estimate as (

    select * from {{ ref('audit_estimate') }}

),

draw as (

    select distinct
        draw_id,
        list_date
    from {{ source('audit', 'visit') }}

),

city as (

    select distinct
        city_code,
        city_name
    from {{ ref('dim_region') }}

)

select
    estimate.draw_id,
    draw.list_date,
    estimate.measure,
    estimate.reported_for,
    estimate.programme_id,
    estimate.city_code,
    city.city_name,
    estimate.district_code,
    estimate.national_decile,
    cast(estimate.unit_count as bigint) as unit_count,
    cast(estimate.drawn_count as bigint) as drawn_count,
    cast(estimate.answered_count as bigint) as answered_count,
    round(estimate.error_share, 6) as error_share,
    round(estimate.lower_limit, 6) as lower_limit,
    round(estimate.upper_limit, 6) as upper_limit,
    cast(round(estimate.error_units) as bigint) as estimated_count,
    round(estimate.least_share, 6) as least_share,
    round(estimate.most_share, 6) as most_share,
    round(estimate.administrative_share, 6) as administrative_share,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from estimate
inner join draw
    on estimate.draw_id = draw.draw_id
cross join {{ ref('as_of') }} as as_of
cross join {{ ref('carried_forward') }} as carried_forward
left join city
    on estimate.city_code = city.city_code
where draw.list_date <= as_of.as_of_date
