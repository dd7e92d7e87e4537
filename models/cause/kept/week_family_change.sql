with

was as (

    {{ of_last_week('week_household_fact') }}

),

register as (

    select
        now.household_id,
        was.national_decile as was_decile,
        now.national_decile as decile,
        was.region_code as was_region_code,
        now.region_code

    from was
    inner join {{ ref('week_household_fact') }} as now
        on was.household_id = now.household_id

),

-- A family that rose or fell far within a week is looked at before anybody acts on it.
changed as (

    select * from {{ ref('changed_listing') }}

    union all by name

    select
        household_id,
        'decile_changed' as change_kind,
        was_decile,
        decile,
        abs(decile - was_decile) >= {{ var('decile_steps_to_verify') }}
            as is_to_verify
    from register
    where was_decile != decile

    union all by name

    select
        household_id,
        'moved' as change_kind,
        was_region_code,
        region_code
    from register
    where was_region_code != region_code

    union all by name

    select * from {{ ref('changed_person') }}

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
    coalesce(changed.is_to_verify, false) as is_to_verify,
    last_week.was_on,
    last_week.as_of_date

from changed
inner join {{ ref('last_week') }} as last_week
    on last_week.was_on is not null
