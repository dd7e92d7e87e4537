{{ config(materialized='ephemeral') }}

with

was_listed as (

    {{ of_last_week('week_enrolment') }}

),

was as (

    {{ families_of('was_listed') }}

),

now as (

    {{ families_of(ref('week_enrolment')) }}

)

-- A row of nobody, without a card, cannot be followed from file to file; a family that
-- no register knows is told by the card that the list writes.
select
    coalesce(now.programme_id, was.programme_id) as programme_id,
    coalesce(now.family_key, was.family_key) as household_id,
    case
        when was.family_key is null then 'entered'
        when now.family_key is null then 'left'
        else 'amount_changed'
    end as change_kind,
    was.monthly_amount as was_amount,
    now.monthly_amount as amount

from was
full outer join now
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
