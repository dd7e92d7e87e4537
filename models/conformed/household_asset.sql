with

asset as (

    select * from {{ ref('stg_bapenda__asset') }}

),

matched as (

    select * from {{ ref('list_row_person') }}

),

owner as (

    select * from {{ ref('dim_person') }}

)

-- Cars and houses of the dead do not count, nor those of people who moved out.
select
    owner.household_id,
    {{ any_member("asset.asset_kind = 'car' and owner.is_member") }}
        as is_taxed_for_car,
    {{ max_if_known(
        "asset.taxable_value", "asset.asset_kind = 'property' and owner.is_member"
    ) }} as highest_property_value,
    max(
        case
            when
                asset.asset_kind = 'property' and owner.is_member
                then asset.taxable_value
        end
    ) as highest_known_property_value,
    {{ any_member("asset.asset_kind = 'property' and owner.is_member") }}
        as is_taxed_for_property

from asset
inner join matched
    on asset.source_row_id = matched.source_row_id
inner join owner
    on matched.person_id = owner.person_id
where owner.household_id is not null
group by owner.household_id
