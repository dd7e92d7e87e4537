with

district as (

    select distinct
        district_code,
        city_code,
        city_name

    from {{ ref('dim_region') }}

)

select
    shown.place_code as district_code,
    shown.place_name as district_name,
    district.city_code,
    district.city_name,
    shown.programme_id,
    try_cast(shown.cut as integer) as national_decile,
    shown.is_suppressed,
    shown.unit_count as family_count,
    shown.amount as monthly_amount,
    shown.as_of_date,
    shown.stale_sources,
    shown.stale_days

from {{ ref('open_shown') }} as shown
inner join district
    on shown.place_code = district.district_code
where shown.table_name = 'recipient_by_district'
