{{ config(materialized='ephemeral') }}

with

was as (

    {{ of_last_week('week_match') }}

),

now as (

    select * from {{ ref('week_match') }}

),

paired as (

    select
        coalesce(now.candidate_id, was.candidate_id) as candidate_id,
        coalesce(now.source, was.source) as source,
        coalesce(now.table_name, was.table_name) as table_name,
        coalesce(now.source_row_id, was.source_row_id) as source_row_id,
        was.person_id as was_person_id,
        now.person_id,
        was.household_id as was_household_id,
        now.household_id,
        was.match_method as was_attached_by,
        now.match_method as attached_by,
        was.score as was_score,
        now.score

    from was
    full outer join now
        on was.candidate_id = now.candidate_id
    where
        was.match_method is distinct from now.match_method
        or was.person_id is distinct from now.person_id
        or was.household_id is distinct from now.household_id

)

-- A row that was attached to nobody, or is attached to somebody else, is told to both.
select distinct
    candidate_id,
    source,
    table_name,
    source_row_id,
    was_attached_by,
    attached_by,
    was_score,
    score,
    unnest([was_person_id, person_id, was_household_id, household_id]) as subject_id

from paired
