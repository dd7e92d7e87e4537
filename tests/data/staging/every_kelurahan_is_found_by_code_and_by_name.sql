-- All 267 by Kemendagri code, 254 by BPS code, and no two names that look the same.
with

found as (

    select
        (
            select count(distinct written_code) from {{ ref('region_key') }}
            where region_status = 'code'
        ) as by_code,
        (
            select count(distinct region_code) from {{ ref('region_key') }}
            where region_status = 'crosswalk'
        ) as by_bps_code,
        (
            select count(distinct {{ region_name_key('region_name') }})
            from {{ ref('region') }}
        ) as by_name,
        (select count(*) from {{ ref('region') }}) as all_of_them,
        (
            select count(bps_region_code) from {{ ref('region_code_crosswalk') }}
        ) as with_bps_code

)

select * from found
where
    by_code != all_of_them
    or by_name != all_of_them
    or by_bps_code != with_bps_code
