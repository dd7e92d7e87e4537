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

)

-- Only what the rule of the programme reads can have changed its verdict.
select
    found.programme_id,
    found.unit_id,
    found.kind,
    found.subject_id,
    found.fact.fact_id as fact_id,
    found.fact.was as was_value,
    found.fact.aged as aged_value,
    found.fact.now as now_value

from of_vocabulary as found
inner join {{ ref('rule_reading') }} as reading
    on
        found.programme_id = reading.programme_id
        and found.kind = reading.kind
        and found.fact.fact_id = reading.name

union all

select * from {{ ref('changed_standing') }}
