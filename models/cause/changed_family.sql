with

was as (

    {{ of_last_week('week_household_fact') }}

),

now as (

    select * from {{ ref('week_household_fact') }}

),

was_listed as (

    {{ of_last_week('week_enrolment') }}

),

now_listed as (

    select * from {{ ref('week_enrolment') }}

),

last_week as (

    select * from {{ ref('last_week') }}

),

register as (

    select
        now.household_id,
        was.national_decile as was_decile,
        now.national_decile as decile,
        was.region_code as was_region_code,
        now.region_code

    from was
    inner join now
        on was.household_id = now.household_id

),

-- A row of nobody, without a card, cannot be followed from file to file.
programme as (

    select
        coalesce(now.programme_id, was.programme_id) as programme_id,
        coalesce(now.household_id, was.household_id) as household_id,
        case
            when was.family_key is null then 'entered'
            when now.family_key is null then 'left'
            else 'amount_changed'
        end as change_kind,
        was.monthly_amount as was_amount,
        now.monthly_amount as amount

    from was_listed as was
    full outer join now_listed as now
        on
            was.programme_id = now.programme_id
            and was.family_key = now.family_key
    where
        left(coalesce(now.family_key, was.family_key), 1) = 'h'
        and (
            was.family_key is null
            or now.family_key is null
            or was.monthly_amount is distinct from now.monthly_amount
        )

),

-- A family that rose or fell far within a week is looked at before anybody acts on it.
changed as (

    select * from programme

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
    changed.was_decile,
    changed.decile,
    changed.was_region_code,
    changed.region_code,
    coalesce(changed.is_to_verify, false) as is_to_verify,
    last_week.was_on,
    last_week.as_of_date

from changed
inner join last_week
    on last_week.was_on is not null
