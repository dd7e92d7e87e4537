{{ config(materialized='ephemeral') }}

with

looked_up as (

    select * from {{ ref('finding_lookup') }}

),

found as (

    select * from {{ ref('finding_found') }}

),

-- Where all that a finding rests on is as it was, only the day is another; what a check
-- of numbers and families rests on is which row is whose.
alone as (

    select
        changed.finding_id,
        changed.rule_id as name,
        case
            when changed.kind != 'data' or coalesce(bool_or(looked_up.is_dated), false)
                then 'time'
            else 'linkage'
        end as cause_kind

    from {{ ref('changed_finding') }} as changed
    left join looked_up
        on changed.finding_id = looked_up.finding_id
    left join found
        on changed.finding_id = found.finding_id
    where found.finding_id is null
    group by
        changed.finding_id,
        changed.rule_id,
        changed.kind

),

every as (

    select * from found
    union all
    select * from alone

),

attached as (

    select distinct
        looked_up.finding_id,
        looked_up.name,
        'linkage' as cause_kind,
        match_change.*

    from looked_up
    inner join {{ ref('match_change') }} as match_change
        on
            looked_up.subject_id = match_change.subject_id
            and looked_up.source = match_change.source
            and looked_up.table_name = match_change.table_name

)

select distinct
    every.finding_id,
    every.cause_kind,
    every.name,
    coalesce(told.source, attached.source) as source,
    coalesce(told.table_name, attached.table_name) as table_name,
    told.field,
    told.change_kind as row_change_kind,
    coalesce(told.source_row_id, attached.source_row_id) as source_row_id,
    told.batch_date,
    attached.candidate_id,
    attached.was_attached_by,
    attached.attached_by,
    attached.was_score,
    attached.score

from every
left join {{ ref('finding_row') }} as told
    on
        every.finding_id = told.finding_id
        and every.name = told.name
        and every.cause_kind = told.cause_kind
left join attached
    on
        every.finding_id = attached.finding_id
        and every.name = attached.name
        and every.cause_kind = attached.cause_kind
