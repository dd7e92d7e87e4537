{{ config(materialized='ephemeral') }}

with

verdict as (

    {{ every_week_of('week_verdict_cause', [
        'programme_id', 'unit_id', 'was_verdict', 'verdict', 'was_coverage', 'coverage',
        'was_entitled_amount', 'entitled_amount', 'cause_kind', 'name', 'source',
        'table_name', 'amount_change', 'as_of_date'
    ]) }}

),

finding as (

    {{ every_week_of('week_finding_cause', [
        'programme_id', 'rule_id', 'finding_id', 'change_kind', 'cause_kind', 'name',
        'source', 'table_name', 'amount_change', 'as_of_date'
    ]) }}

),

family as (

    {{ every_week_of('week_family_change', [
        'programme_id', 'coalesce(person_id, household_id) as subject_id', 'change_kind',
        'is_to_verify', 'coalesce(amount, 0) - coalesce(was_amount, 0) as amount_change',
        'as_of_date'
    ]) }}

)

select
    'verdict' as about,
    programme_id,
    cast(null as varchar) as rule_id,
    case
        when coalesce(was_verdict, 'none') != 'eligible' and verdict = 'eligible'
            then 'became_eligible'
        when was_verdict = 'eligible' and coalesce(verdict, 'none') != 'eligible'
            then 'no_longer_eligible'
        when (was_entitled_amount is distinct from entitled_amount)
            then 'amount_changed'
        when (was_coverage is distinct from coverage) then 'coverage_changed'
        else 'criteria_changed'
    end as change_kind,
    cause_kind,
    name,
    source,
    table_name,
    unit_id as subject_id,
    false as is_to_verify,
    amount_change,
    as_of_date
from verdict

union all

select
    'finding' as about,
    programme_id,
    rule_id,
    case when change_kind = 'amount' then 'amount_changed' else change_kind end
        as change_kind,
    cause_kind,
    name,
    source,
    table_name,
    finding_id as subject_id,
    false as is_to_verify,
    amount_change,
    as_of_date
from finding

union all

select
    'family' as about,
    programme_id,
    cast(null as varchar) as rule_id,
    change_kind,
    cast(null as varchar) as cause_kind,
    cast(null as varchar) as name,
    cast(null as varchar) as source,
    cast(null as varchar) as table_name,
    subject_id,
    is_to_verify,
    amount_change,
    as_of_date
from family
