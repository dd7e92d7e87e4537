{{ config(materialized='view') }}

select
    register.household_id,
    register.no_kk,
    register.region_code,
    register.district_code,
    register.city_code,
    register.lives_in_jakarta,
    register.national_decile,
    register.province_decile,
    register.city_decile,
    register.uses_branded_water,
    register.is_in_national_register,
    register.family_print,
    -- No list tells incomes; only a visit does.
    cast(null as bigint) as monthly_income,
    case
        when aid.household_id is not null then true
        when source_seen.has_regular_aid then false
    end as receives_regular_aid,
    case
        when register.lists_car or asset.is_taxed_for_car then true
        when
            not register.lists_car
            and source_seen.has_asset
            and (asset.household_id is null or not asset.is_taxed_for_car)
            then false
    end as owns_car,
    case
        when asset.is_taxed_for_property then asset.highest_property_value
        when
            source_seen.has_asset
            and (asset.household_id is null or not asset.is_taxed_for_property)
            then 0
    end as highest_property_value,
    -- One value above a limit is enough to know, whatever the others are.
    coalesce(asset.highest_known_property_value, 0) as highest_known_property_value,
    member_fact.member_count,
    member_fact.has_living_member,
    member_fact.has_pregnant_member,
    member_fact.pregnant_count,
    member_fact.has_child_0_6,
    member_fact.child_0_6_count,
    member_fact.has_primary_pupil,
    member_fact.primary_pupil_count,
    member_fact.has_junior_secondary_pupil,
    member_fact.junior_secondary_pupil_count,
    member_fact.has_senior_secondary_pupil,
    member_fact.senior_secondary_pupil_count,
    member_fact.has_elderly_member,
    member_fact.elderly_count,
    member_fact.has_severe_disability_member,
    member_fact.severe_disability_count,
    member_fact.has_public_servant_member,
    member_fact.has_state_enterprise_member,
    as_of.as_of_date

from {{ ref('household_register') }} as register
cross join {{ ref('as_of') }} as as_of
cross join {{ ref('source_seen') }} as source_seen
inner join {{ ref('household_member_fact') }} as member_fact
    on register.household_id = member_fact.household_id
left join {{ ref('household_asset') }} as asset
    on register.household_id = asset.household_id
left join {{ ref('household_aid') }} as aid
    on register.household_id = aid.household_id
