with

changed as (

    select * from {{ ref('week_family_change') }}

)

select
    changed.change_kind,
    changed.programme_id,
    changed.person_id,
    changed.household_id,
    changed.was_household_id,
    changed.was_amount,
    changed.amount,
    changed.was_decile,
    changed.decile,
    changed.was_region_code,
    changed.region_code,
    changed.is_to_verify,
    changed.was_on,
    changed.as_of_date,
    carried.stale_sources,
    carried.stale_days

from changed
cross join {{ ref('carried_forward') }} as carried
