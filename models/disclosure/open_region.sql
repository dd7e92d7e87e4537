with

leaf as (

    select
        region_code,
        district_code,
        city_code

    from {{ ref('dim_region') }}

    union all

    -- families of which no kelurahan is known stand beside the cities
    select
        'unknown' as region_code,
        null as district_code,
        'unknown' as city_code

)

select
    region_code,
    'kelurahan' as region_level,
    region_code as place_code

from leaf
where district_code is not null

union all

select
    region_code,
    'district' as region_level,
    district_code as place_code

from leaf
where district_code is not null

union all

select
    region_code,
    'city' as region_level,
    city_code as place_code

from leaf

union all

select
    region_code,
    'province' as region_level,
    '{{ var("province_code") }}' as place_code

from leaf
