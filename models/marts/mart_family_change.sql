with

changed as (

    select * from {{ ref('changed_family') }}

)

select
    changed.change_kind,
    changed.programme_id,
    changed.person_id,
    changed.household_id,
    changed.was_household_id,
    changed.was_amount,
    changed.amount,
    cast(changed.was_decile as integer) as was_decile,
    cast(changed.decile as integer) as decile,
    changed.was_region_code,
    changed.region_code,
    changed.is_to_verify,
    changed.was_on,
    changed.as_of_date,
    carried.stale_sources,
    carried.stale_days

from changed
cross join {{ ref('carried_forward') }} as carried
