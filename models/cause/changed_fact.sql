with

asked_person as (

    select * from {{ ref('asked_person') }}

),

asked_household as (

    select * from {{ ref('asked_household') }}

),

person_state as (

    select * from {{ ref('person_state') }}

),

household_state as (

    select * from {{ ref('household_state') }}

),

of_person as (

    select
        asked.programme_id,
        asked.unit_id,
        'person' as kind,
        asked.person_id as subject_id,
        unnest({{ facts_that_differ('person') }}) as fact

    from asked_person as asked
    inner join person_state as was
        on asked.person_id = was.person_id and was.phase = 'was'
    inner join person_state as aged
        on asked.person_id = aged.person_id and aged.phase = 'aged'
    inner join person_state as now
        on asked.person_id = now.person_id and now.phase = 'now'
    where asked.is_then and asked.is_now

),

of_household as (

    select
        asked.programme_id,
        asked.unit_id,
        'household' as kind,
        asked.unit_id as subject_id,
        unnest({{ facts_that_differ('household') }}) as fact

    from asked_household as asked
    left join household_state as was
        on asked.was_household_id = was.household_id and was.phase = 'was'
    left join household_state as aged
        on asked.was_household_id = aged.household_id and aged.phase = 'aged'
    left join household_state as now
        on asked.household_id = now.household_id and now.phase = 'now'
    where asked.is_then and asked.is_now

),

of_vocabulary as (

    select * from of_person
    union all
    select * from of_household

),

told as (

    select
        programme_id,
        unit_id,
        kind,
        subject_id,
        {{ field_of('fact', 'fact_id') }} as fact_id,
        {{ field_of('fact', 'was') }} as was_value,
        {{ field_of('fact', 'aged') }} as aged_value,
        {{ field_of('fact', 'now') }} as now_value

    from of_vocabulary

)

-- Only what the rule of the programme reads can have changed its verdict.
select
    told.programme_id,
    told.unit_id,
    told.kind,
    told.subject_id,
    told.fact_id,
    told.was_value,
    told.aged_value,
    told.now_value

from told
inner join {{ ref('rule_reading') }} as reading
    on
        told.programme_id = reading.programme_id
        and told.kind = reading.kind
        and told.fact_id = reading.name

union all

select
    programme_id,
    unit_id,
    kind,
    subject_id,
    fact_id,
    was_value,
    aged_value,
    now_value
from {{ ref('changed_standing') }}
