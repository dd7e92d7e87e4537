{{ config(materialized='ephemeral') }}

with

gone as (

    select
        case_id,
        cause_id,
        cause,
        acting_programme_id,
        case when scope = 'person' then person_id else household_id end as unit_id,
        closed_on
    from {{ ref('fct_case') }}
    where closed_on is not null

),

verdict as (

    {{ every_week_of('week_verdict_cause', [
        'programme_id', 'unit_id', 'as_of_date', 'cause_kind', 'name', 'source',
        'table_name', 'field', 'change_kind', 'was_attached_by', 'attached_by'
    ]) }}

),

finding as (

    {{ every_week_of('week_finding_cause', [
        'finding_id', 'as_of_date', 'cause_kind', 'name', 'source', 'table_name', 'field',
        'row_change_kind as change_kind', 'was_attached_by', 'attached_by',
        'change_kind as finding_change'
    ]) }}

),

told as (

    select
        gone.case_id,
        finding.*

    from gone
    inner join finding
        on
            gone.cause_id = finding.finding_id
            and gone.closed_on = finding.as_of_date
            and finding.finding_change = 'went'
    where gone.cause = 'finding'

    union by name

    select
        gone.case_id,
        verdict.*

    from gone
    inner join verdict
        on
            gone.acting_programme_id = verdict.programme_id
            and gone.unit_id = verdict.unit_id
            and gone.closed_on = verdict.as_of_date
    where gone.cause = 'verdict'

)

-- A decision of people attaches a row, or takes it off whom weights gave it to.
select
    case_id,
    case
        when bool_or(coalesce('decided' in (was_attached_by, attached_by), false))
            then 'decision'
        when min(cause_kind) != max(cause_kind) then 'several'
        when min(cause_kind) = 'parameter_date' then 'rule'
        else min(cause_kind)
    end as closed_by,
    {{ json_rows({
        'kind': 'cause_kind',
        'name': 'name',
        'source': 'source',
        'table': 'table_name',
        'field': 'field',
        'change': 'change_kind',
    }) }} as closed_causes

from told
group by case_id
