{{ config(materialized='ephemeral') }}

with

step as (

    select * from {{ ref('verdict_step') }}
    where step <= 2

),

rule_change as (

    select
        rule_change.*,
        unnest(string_split(coalesce(reading.read_by, rule_change.name), ', '))
            as read_by

    from {{ ref('rule_change') }} as rule_change
    left join {{ ref('rule_reading') }} as reading
        on
            rule_change.programme_id = reading.programme_id
            and rule_change.part = reading.kind
            and rule_change.name = reading.name

),

kinded as (

    select
        step.*,
        case
            when step.step = 2 then 'parameter_date'
            when by_rule.was_rule_digest = by_rule.rule_digest then 'method'
            else 'rule'
        end as cause_kind

    from step
    left join {{ ref('rule_digest') }} as by_rule
        on step.programme_id = by_rule.programme_id

)

-- Of all that is said otherwise, what the step is about; where that cannot be told,
-- that the rule is another.
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
        and (
            {{ is_told_otherwise('unmet_criteria') }}
            or {{ is_told_otherwise('unknown_criteria') }}
            or (
                rule_change.read_by = 'benefit'
                and kinded.entitled_amount is distinct from kinded.was_entitled_amount
            )
            or (kinded.verdict is null) != (kinded.was_verdict is null)
        )
