with

household as (

    select * from {{ ref('household') }}

),

family as (

    select * from {{ ref('stg_bps__dtsen_family') }}

)

select
    household.household_id,
    household.no_kk,
    family.region_code,
    family.district_code,
    family.city_code,
    family.province_code = '{{ var("province_code") }}' as lives_in_jakarta,
    family.national_decile,
    family.province_decile,
    family.city_decile,
    family.listed_member_count,
    family.uses_branded_water,
    family.lists_car,
    family.lists_other_house,
    family.house_ownership,
    family.floor_area,
    family.installed_power,
    family.source_row_id is not null as is_in_national_register,
    {{ whom_it_names('family', ['no_kk', 'head_name_normalised']) }} as family_print

from household
left join family
    on household.family_row_id = family.source_row_id
