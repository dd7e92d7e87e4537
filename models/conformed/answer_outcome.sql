{{ config(materialized='view') }}

with

answer as (

    select * from {{ ref('fact_answer') }}

),

person as (

    select * from {{ ref('dim_person') }}

),

household as (

    select * from {{ ref('dim_household') }}

)

select
    answer.source_row_id,
    answer.batch_date,
    answer.file,
    answer.line,
    answer.unit,
    answer.person_id,
    answer.household_id,
    answer.fact_id,
    answer.answer,
    answer.told_by,
    answer.told_on,
    case
        when answer.standing != 'counts' then answer.standing
        when
            {{ names_fact('person.facts_from_visits') }}
            or {{ names_fact('household.facts_from_visits') }}
            then 'fills'
        when
            {{ names_fact('person.facts_against_visits') }}
            or {{ names_fact('household.facts_against_visits') }}
            then 'told_otherwise'
        else 'agrees'
    end as outcome

from answer
left join person
    on case when answer.unit = 'person' then answer.person_id end = person.person_id
left join household
    on
        case when answer.unit = 'household' then answer.household_id end
        = household.household_id
