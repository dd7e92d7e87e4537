with

state as (

    select * from {{ ref('person_state') }}

),

-- Programmes for families that look at each member.
by_member as (

    select distinct programme_id from {{ ref('rule_reading') }}
    where kind = 'person'

),

asked as (

    select
        changed.programme_id,
        changed.unit_id,
        changed.person_id,
        state.phase

    from {{ ref('changed_verdict') }} as changed
    inner join state
        on changed.person_id = state.person_id
    where changed.unit = 'person'

    union all

    select
        changed.programme_id,
        changed.unit_id,
        state.person_id,
        state.phase

    from {{ ref('changed_verdict') }} as changed
    inner join by_member
        on changed.programme_id = by_member.programme_id
    inner join state
        on changed.unit_id = state.household_id
    where changed.unit = 'household'

)

select
    programme_id,
    unit_id,
    person_id,
    coalesce(bool_or(phase = 'was'), false) as is_then,
    coalesce(bool_or(phase = 'now'), false) as is_now

from asked
group by all
