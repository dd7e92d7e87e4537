with

changed as (

    select * from {{ ref('changed_verdict') }}

),

-- As recorded last week, then state by state, and at last as judged today.
state as (

    select
        programme_id,
        unit_id,
        0 as step,
        was_verdict as verdict,
        was_coverage as coverage,
        was_unmet_criteria as unmet_criteria,
        was_unknown_criteria as unknown_criteria,
        was_entitled_amount as entitled_amount
    from changed

    union all

    select
        scenario.programme_id,
        scenario.unit_id,
        scenario.step,
        judged.verdict,
        judged.coverage,
        judged.unmet_criteria,
        judged.unknown_criteria,
        judged.entitled_amount

    from {{ ref('scenario') }} as scenario
    left join {{ ref('judged_again') }} as judged
        on
            scenario.programme_id = judged.programme_id
            and scenario.state_id = judged.state_id

    union all

    select
        changed.programme_id,
        changed.unit_id,
        {{ last_step() }} as step,
        changed.verdict,
        changed.coverage,
        changed.unmet_criteria,
        changed.unknown_criteria,
        changed.entitled_amount
    from changed

),

followed as (

    select
        *,
        lag(verdict) over in_order as was_verdict,
        lag(coverage) over in_order as was_coverage,
        lag(unmet_criteria) over in_order as was_unmet_criteria,
        lag(unknown_criteria) over in_order as was_unknown_criteria,
        lag(entitled_amount) over in_order as was_entitled_amount

    from state
    window in_order as (partition by programme_id, unit_id order by step)

)

select
    *,
    coalesce(entitled_amount, 0) - coalesce(was_entitled_amount, 0) as amount_change

from followed
where
    step > 0
    and (
        verdict is distinct from was_verdict
        or coverage is distinct from was_coverage
        or unmet_criteria is distinct from was_unmet_criteria
        or unknown_criteria is distinct from was_unknown_criteria
        or entitled_amount is distinct from was_entitled_amount
    )
