with

changed as (

    select * from {{ ref('changed_verdict') }}

),

person as (

    select * from {{ ref('asked_person') }}

),

state as (

    select
        household_id,
        bool_or(phase = 'was') as is_then,
        bool_or(phase = 'now') as is_now

    from {{ ref('household_state') }}
    group by household_id

)

-- A person who moved is judged with the family of then, and with the one of now.
select
    changed.programme_id,
    changed.unit,
    changed.unit_id,
    case when changed.unit = 'household' then changed.unit_id else was_household_id end
        as was_household_id,
    case
        when changed.unit = 'household' then changed.unit_id else changed.household_id
    end as household_id,
    coalesce(person.is_then, state.is_then) as is_then,
    coalesce(person.is_now, state.is_now) as is_now

from changed
left join person
    on
        changed.unit = 'person'
        and changed.programme_id = person.programme_id
        and changed.unit_id = person.unit_id
left join state
    on
        changed.unit = 'household'
        and changed.unit_id = state.household_id
