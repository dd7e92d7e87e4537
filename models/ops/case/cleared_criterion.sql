with

refused as (

    select
        gone.case_id,
        gone.programme_id,
        verdict.unmet_criteria,
        {{ split_rows('gone.observed', ', ') }} as criterion_id

    from {{ ref('gone_case') }} as gone
    inner join {{ ref('gone_side') }} as side
        on gone.case_id = side.case_id
    inner join {{ ref('verdict_at_closing') }} as verdict
        on
            side.side = verdict.programme_id
            and side.subject_id = verdict.subject_id
            and side.closed_on = verdict.closed_on
    where gone.cause = 'verdict' and not verdict.is_leaked

),

-- Criteria that stood in the way and do so no longer, and the facts that they read.
cleared as (

    select
        refused.case_id,
        refused.criterion_id,
        {{ split_rows('criterion.facts', ', ') }} as fact_id

    from refused
    inner join {{ ref('criterion') }} as criterion
        on
            refused.programme_id = criterion.programme_id
            and refused.criterion_id = criterion.criterion_id
    where
        not contains(
            concat(', ', coalesce(refused.unmet_criteria, ''), ','),
            concat(', ', refused.criterion_id, ',')
        )

)

select distinct
    cleared.case_id,
    cleared.criterion_id,
    fact.asked_of

from cleared
left join {{ ref('fact') }} as fact
    on replace(cleared.fact_id, 'household.', '') = fact.fact_id
