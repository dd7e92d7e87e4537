with

region as (

    select * from {{ ref('region') }}

)

select
    region_code,
    region_name,
    district_code,
    district_name,
    city_code,
    city_name

from region
