{{ config(materialized='ephemeral') }}

with

kinded as (

    select
        step.*,
        rule_step.name,
        case
            when
                rule_step.step = 1 and by_rule.was_rule_digest = by_rule.rule_digest
                then 'method'
            else rule_step.cause_kind
        end as cause_kind

    from {{ ref('verdict_step') }} as step
    inner join {{ ref('rule_step') }} as rule_step
        on
            step.programme_id = rule_step.programme_id
            and step.step = rule_step.step
    inner join {{ ref('rule_digest') }} as by_rule
        on step.programme_id = by_rule.programme_id

),

rule_change as (

    select
        rule_change.*,
        case when rule_change.is_figure then rule_change.name else '' end as figure,
        unnest(string_split(coalesce(reading.read_by, rule_change.name), ', '))
            as read_by

    from {{ ref('rule_change') }} as rule_change
    left join {{ ref('rule_reading') }} as reading
        on
            rule_change.programme_id = reading.programme_id
            and rule_change.part = reading.kind
            and rule_change.name = reading.name

)

-- A step of a figure is about that figure; another one, about what is read where it
-- changed something; where that cannot be told, that the rule is another.
select distinct
    kinded.programme_id,
    kinded.unit_id,
    kinded.step,
    kinded.cause_kind,
    rule_change.part,
    rule_change.name,
    rule_change.was_says as was_value,
    rule_change.says as now_value

from kinded
left join rule_change
    on
        kinded.programme_id = rule_change.programme_id
        and kinded.cause_kind = rule_change.cause_kind
        and kinded.name = rule_change.figure
        and (
            rule_change.is_figure
            or {{ is_told_otherwise('unmet_criteria') }}
            or {{ is_told_otherwise('unknown_criteria') }}
            or (
                rule_change.read_by = 'benefit'
                and kinded.entitled_amount is distinct from kinded.was_entitled_amount
            )
            or (kinded.verdict is null) != (kinded.was_verdict is null)
        )
