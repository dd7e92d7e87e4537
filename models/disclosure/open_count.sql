with

counted as (

    select
        subject,
        programme_id,
        region_code,
        cut_kind,
        cut,
        unit_count,
        amount,
        cast(0 as bigint) as past_unit_count,
        cast(null as bigint) as past_amount
    from {{ ref('open_atom') }}

    union all

    select
        subject,
        programme_id,
        region_code,
        cut_kind,
        cut,
        cast(0 as bigint) as unit_count,
        cast(null as bigint) as amount,
        unit_count as past_unit_count,
        amount as past_amount
    from {{ ref('open_past_atom') }}

)

select
    counted.subject,
    counted.programme_id,
    counted.cut_kind,
    counted.cut,
    region.region_level,
    region.place_code,
    cast(sum(counted.unit_count) as bigint) as unit_count,
    cast(sum(counted.amount) as bigint) as amount,
    cast(sum(counted.past_unit_count) as bigint) as past_unit_count,
    cast(sum(counted.past_amount) as bigint) as past_amount

from counted
inner join {{ ref('open_region') }} as region
    on counted.region_code = region.region_code
group by
    counted.subject,
    counted.programme_id,
    counted.cut_kind,
    counted.cut,
    region.region_level,
    region.place_code
