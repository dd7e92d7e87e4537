{{ config(materialized='ephemeral') }}

with

told as (

    select * from {{ ref('finding_row') }}

),

ruled as (

    select distinct
        changed.finding_id,
        rule_change.name,
        rule_change.cause_kind

    from {{ ref('changed_finding') }} as changed
    inner join {{ ref('rule_change') }} as rule_change
        on
            changed.rule_id = rule_change.programme_id
            and rule_change.part = 'overlap'

),

-- Where somebody stands or not as before no row told, another row is attached, or a day
-- that a row names has come.
untold as (

    select
        looked_up.finding_id,
        looked_up.name,
        case when bool_or(looked_up.is_dated) then 'time' else 'linkage' end
            as cause_kind

    from {{ ref('finding_lookup') }} as looked_up
    left join told
        on
            looked_up.finding_id = told.finding_id
            and looked_up.name = told.name
    where looked_up.is_changed and told.finding_id is null
    group by all

)

select * from ruled
union all
select distinct
    finding_id,
    name,
    cause_kind
from told
union all
select * from untold
