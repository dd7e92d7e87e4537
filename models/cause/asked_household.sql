with

person as (

    select
        person_id,
        max(household_id) filter (where phase = 'was') as was_household_id,
        max(household_id) filter (where phase = 'now') as household_id,
        coalesce(bool_or(phase = 'was'), false) as is_then,
        coalesce(bool_or(phase = 'now'), false) as is_now

    from {{ ref('person_state') }}
    group by person_id

),

family as (

    select
        household_id,
        coalesce(bool_or(phase = 'was'), false) as is_then,
        coalesce(bool_or(phase = 'now'), false) as is_now

    from {{ ref('household_state') }}
    group by household_id

)

-- A person who moved is judged with the family of then, and with the one of now.
select
    changed.programme_id,
    changed.unit,
    changed.unit_id,
    person.was_household_id,
    person.household_id,
    person.is_then,
    person.is_now

from {{ ref('changed_verdict') }} as changed
inner join person
    on changed.unit_id = person.person_id
where changed.unit = 'person'

union all

select
    changed.programme_id,
    changed.unit,
    changed.unit_id,
    changed.unit_id as was_household_id,
    changed.unit_id as household_id,
    family.is_then,
    family.is_now

from {{ ref('changed_verdict') }} as changed
inner join family
    on changed.unit_id = family.household_id
where changed.unit = 'household'
