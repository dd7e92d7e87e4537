select
    region_code as region_key,
    region_code,
    region_name,
    district_code,
    district_name,
    city_code,
    city_name

from {{ ref('dim_region') }}

union all

-- Where nobody knows which kelurahan: facts without one find this row.
select
    {{ region_key('null') }} as region_key,
    cast(null as varchar) as region_code,
    concat(label_indonesian, ' / ', label_english) as region_name,
    cast(null as varchar) as district_code,
    concat(label_indonesian, ' / ', label_english) as district_name,
    cast(null as varchar) as city_code,
    concat(label_indonesian, ' / ', label_english) as city_name

from {{ ref('code_label') }}
where domain = 'region' and code = 'unknown'
