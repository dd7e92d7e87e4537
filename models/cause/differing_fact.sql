{{ config(materialized='ephemeral') }}

with

of_person as (

    select
        asked.programme_id,
        asked.unit_id,
        'person' as kind,
        asked.person_id as subject_id,
        unnest({{ facts_that_differ('person') }}) as fact

    from {{ ref('asked_person') }} as asked
    inner join {{ ref('person_state') }} as was
        on asked.person_id = was.person_id and was.phase = 'was'
    inner join {{ ref('person_state') }} as aged
        on asked.person_id = aged.person_id and aged.phase = 'aged'
    inner join {{ ref('person_state') }} as now
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

    from {{ ref('asked_household') }} as asked
    left join {{ ref('household_state') }} as was
        on asked.was_household_id = was.household_id and was.phase = 'was'
    left join {{ ref('household_state') }} as aged
        on asked.was_household_id = aged.household_id and aged.phase = 'aged'
    left join {{ ref('household_state') }} as now
        on asked.household_id = now.household_id and now.phase = 'now'
    where asked.is_then and asked.is_now

)

select * from of_person
union all
select * from of_household
