{{ config(materialized='ephemeral') }}

with

was as (

    {{ of_last_week('week_verdict') }}

),

then_by as (

    select
        programme_id,
        max(rule_digest) as rule_digest
    from was
    group by programme_id

),

programme as (

    select * from {{ ref('programme') }}
    where has_rule

)

select
    coalesce(programme.programme_id, then_by.programme_id) as programme_id,
    then_by.rule_digest as was_rule_digest,
    programme.rule_digest

from programme
full outer join then_by
    on programme.programme_id = then_by.programme_id
