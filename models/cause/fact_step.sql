{{ config(materialized='ephemeral') }}

with

switch as (

    select * from {{ ref('fact_switch') }}

)

select
    switch.programme_id,
    switch.unit_id,
    switch.step,
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
    cause.batch_date,
    cause.candidate_id,
    cause.was_attached_by,
    cause.attached_by,
    cause.was_score,
    cause.score

from switch
left join {{ ref('fact_cause') }} as cause
    on
        {{ is_same_fact('switch', 'cause') }}
        and switch.switch_id = cause.fact_id
