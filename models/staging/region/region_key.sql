with

crosswalk as (

    select * from {{ ref('region_code_crosswalk') }}

),

written as (

    select
        'kemendagri' as scheme,
        region_code as written_code,
        region_code,
        district_code,
        city_code,
        'code' as region_status
    from crosswalk

    union all

    select
        'bps' as scheme,
        bps_region_code as written_code,
        region_code,
        district_code,
        city_code,
        'crosswalk' as region_status
    from crosswalk
    where bps_region_code is not null

    union all

    select distinct
        'kemendagri' as scheme,
        district_code as written_code,
        cast(null as varchar) as region_code,
        district_code,
        city_code,
        'district' as region_status
    from crosswalk

    union all

    select distinct
        'bps' as scheme,
        bps_district_code as written_code,
        cast(null as varchar) as region_code,
        district_code,
        city_code,
        'district' as region_status
    from crosswalk

)

select * from written
