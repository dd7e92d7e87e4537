{{ config(materialized='ephemeral') }}

with

changed as (

    select
        *,
        unnest([person_id, household_id, was_household_id]) as subject_id
    from {{ ref('changed_finding') }}

),

overlap_rule as (

    select * from {{ ref('overlap_rule') }}

),

rule_side as (

    select
        overlap_id,
        programme_id,
        component
    from overlap_rule

    union

    select
        overlap_id,
        other_programme_id as programme_id,
        other_component as component
    from overlap_rule

)

-- The sides of a rule about several programmes are all of them; a check has one.
select distinct
    changed.finding_id,
    changed.scope,
    changed.subject_id,
    coalesce(rule_side.programme_id, changed.programme_id) as programme_id,
    rule_side.component

from changed
left join rule_side
    on
        changed.rule_id = rule_side.overlap_id
        and coalesce(
            changed.programme_id = rule_side.programme_id
            or changed.other_programme_id = rule_side.programme_id,
            changed.programme_id is null
        )
where
    changed.subject_id is not null
    and coalesce(rule_side.programme_id, changed.programme_id) is not null
