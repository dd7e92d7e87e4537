with

step as (

    select * from {{ ref('verdict_step') }}

),

switch as (

    select * from {{ ref('fact_switch') }}

),

by_fact as (

    select
        step.programme_id,
        step.unit_id,
        step.step,
        coalesce(cause.cause_kind, switch.cause_kind) as cause_kind,
        switch.kind as part,
        switch.fact_id as name,
        switch.subject_id,
        switch.was_value,
        switch.now_value,
        cause.source,
        cause.table_name,
        cause.field,
        cause.change_kind,
        cause.source_row_id,
        cause.batch_date

    from step
    inner join switch
        on
            step.programme_id = switch.programme_id
            and step.unit_id = switch.unit_id
            and step.step = switch.step
    left join {{ ref('fact_cause') }} as cause
        on
            {{ is_same_fact('switch', 'cause') }}
            and switch.switch_id = cause.fact_id

),

unexplained as (

    select
        programme_id,
        unit_id,
        step,
        'unexplained' as cause_kind
    from step
    where step = {{ last_step() }}

),

cause as (

    select * from {{ ref('rule_cause') }}
    union all by name
    select * from by_fact
    union all by name
    select * from unexplained

)

select
    step.programme_id,
    step.unit_id,
    step.step,
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
    step.amount_change,
    row_number() over (
        partition by step.programme_id, step.unit_id
        order by
            step.step,
            cause.name,
            cause.source,
            cause.table_name,
            cause.field,
            cause.source_row_id
    ) as cause_number

from step
inner join cause
    on
        step.programme_id = cause.programme_id
        and step.unit_id = cause.unit_id
        and step.step = cause.step
