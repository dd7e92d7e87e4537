with

told as (

    select * from {{ ref('household_told') }}

),

answered as (

    {{ answered_facts('household') }}

)

-- A visit fills what no list tells; it never takes the place of what one tells.
select
    told.household_id,
    told.no_kk,
    told.region_code,
    told.district_code,
    told.city_code,
    told.national_decile,
    told.province_decile,
    told.city_decile,
    told.is_in_national_register,
    told.family_print,
    told.receives_regular_aid,
    told.highest_property_value,
    told.highest_known_property_value,
    told.member_count,
    told.pregnant_count,
    told.has_child_0_6,
    told.child_0_6_count,
    told.primary_pupil_count,
    told.junior_secondary_pupil_count,
    told.senior_secondary_pupil_count,
    told.has_elderly_member,
    told.elderly_count,
    told.severe_disability_count,
    told.as_of_date,
    {{ filled_facts('household', 'told', 'answered') }},
    {{ answers_where(
        'household', 'told.{0} is null and answered.{0} is not null'
    ) }} as facts_from_visits,
    {{ answers_where('household', 'told.{0} != answered.{0}') }}
        as facts_against_visits

from told
left join answered
    on told.household_id = answered.household_id
