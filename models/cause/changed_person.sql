{{ config(materialized='ephemeral') }}

with

was as (

    {{ of_last_week('week_person_fact') }}

),

paired as (

    select
        coalesce(now.person_id, was.person_id) as person_id,
        was.household_id as was_household_id,
        now.household_id,
        case
            when
                was.person_id is null
                and now.birth_date > {{ add_months('last_week.was_on', -12) }}
                then 'born'
            when was.person_id is null then 'became_known'
            when now.person_id is null then 'no_longer_known'
            when now.life_status = 'deceased' then 'died'
            when now.life_status = 'moved_out' then 'moved_out'
            when now.life_status = 'deactivated' then 'deactivated'
            else 'status_changed'
        end as change_kind

    from was
    full outer join {{ ref('week_person_fact') }} as now
        on was.person_id = now.person_id
    cross join {{ ref('last_week') }} as last_week
    where
        was.person_id is null
        or now.person_id is null
        or (
            was.life_status is distinct from now.life_status
            and coalesce(was.life_status, now.life_status) is not null
        )

)

select * from paired

union all by name

-- Who changed the family, and families that split, joined or got another card.
select
    identity_change.change_kind,
    identity_change.person_id,
    identity_change.household_id,
    identity_change.previous_household_id as was_household_id

from {{ ref('identity_change') }} as identity_change
inner join {{ ref('last_week') }} as last_week
    on identity_change.batch_date > last_week.was_on
