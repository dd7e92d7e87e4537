with

cause as (

    select * from {{ ref('rule_cause') }}

    union all by name

    select * from {{ ref('fact_step') }}

    union all by name

    select
        programme_id,
        unit_id,
        step,
        'unexplained' as cause_kind
    from {{ ref('verdict_step') }}
    where step = {{ last_step() }}

),

numbered as (

    select
        *,
        row_number() over (
            partition by programme_id, unit_id
            order by
                step, name, source, table_name, field, source_row_id, candidate_id
        ) as cause_number,
        dense_rank() over (partition by programme_id, unit_id order by step)
            as step_number,
        row_number() over (
            partition by programme_id, unit_id, step
            order by name, source, table_name, field, source_row_id, candidate_id
        ) as place_in_step

    from cause

)

-- What a step adds stands on its first cause only, so that the column can be added up.
select
    step.programme_id,
    changed.unit,
    step.unit_id,
    changed.person_id,
    coalesce(changed.household_id, changed.was_household_id) as household_id,
    cast(cause.cause_number as integer) as cause_number,
    cast(cause.step_number as integer) as step,
    cause.cause_kind,
    cause.part,
    cause.name,
    cause.subject_id,
    cause.was_value,
    cause.now_value,
    cause.source,
    cause.table_name,
    cause.field,
    cause.change_kind,
    cause.source_row_id,
    cause.batch_date,
    cause.candidate_id,
    cause.was_attached_by,
    cause.attached_by,
    cause.was_score,
    cause.score,
    step.was_verdict,
    step.verdict,
    step.was_coverage,
    step.coverage,
    step.was_unmet_criteria,
    step.unmet_criteria,
    step.was_unknown_criteria,
    step.unknown_criteria,
    step.was_entitled_amount,
    step.entitled_amount,
    cast(case when cause.place_in_step = 1 then step.amount_change else 0 end as bigint)
        as amount_change,
    changed.was_rule_digest,
    changed.rule_digest,
    changed.was_on,
    changed.as_of_date

from {{ ref('verdict_step') }} as step
inner join numbered as cause
    on
        step.programme_id = cause.programme_id
        and step.unit_id = cause.unit_id
        and step.step = cause.step
inner join {{ ref('changed_verdict') }} as changed
    on
        step.programme_id = changed.programme_id
        and step.unit_id = changed.unit_id
