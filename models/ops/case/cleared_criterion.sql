with

refused as (

    select
        case_id,
        programme_id,
        coalesce(person_id, household_id) as subject_id,
        {{ split_rows('observed', ', ') }} as criterion_id

    from {{ ref('gone_case') }}
    where cause = 'verdict'

),

unmet as (

    select
        programme_id,
        coalesce(person_id, household_id) as subject_id,
        {{ split_rows('unmet_criteria', ', ') }} as criterion_id

    from {{ ref('fct_eligibility') }}
    where coverage = 'leaked'

),

-- Criteria that stood in the way and do so no longer, and the facts that they read.
cleared as (

    select
        refused.case_id,
        refused.criterion_id,
        {{ split_rows('criterion.facts', ', ') }} as fact

    from refused
    inner join {{ ref('criterion') }} as criterion
        on
            refused.programme_id = criterion.programme_id
            and refused.criterion_id = criterion.criterion_id
    left join unmet
        on
            refused.programme_id = unmet.programme_id
            and refused.subject_id = unmet.subject_id
            and refused.criterion_id = unmet.criterion_id
    where unmet.criterion_id is null

)

select distinct
    cleared.case_id,
    cleared.criterion_id,
    fact.asked_of

from cleared
left join {{ ref('fact') }} as fact
    on replace(cleared.fact, 'household.', '') = fact.fact_id
