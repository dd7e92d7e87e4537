{{ config(materialized='ephemeral') }}

with

changed_fact as (

    select * from {{ ref('changed_fact') }}

),

placed as (

    select distinct
        person_id,
        household_id
    from {{ ref('person_state') }}

),

-- What is told of a family is looked for under the one of then and of now.
whom as (

    select
        programme_id,
        unit_id,
        kind,
        subject_id,
        false as is_of_family,
        subject_id as looked_up_id
    from changed_fact

    union

    select
        changed_fact.programme_id,
        changed_fact.unit_id,
        changed_fact.kind,
        changed_fact.subject_id,
        true as is_of_family,
        placed.household_id as looked_up_id
    from changed_fact
    inner join placed
        on changed_fact.subject_id = placed.person_id
    where changed_fact.kind = 'person'

    union

    select
        changed_fact.programme_id,
        changed_fact.unit_id,
        changed_fact.kind,
        changed_fact.subject_id,
        true as is_of_family,
        unnest([asked.was_household_id, asked.household_id, asked.unit_id])
            as looked_up_id
    from changed_fact
    inner join {{ ref('asked_household') }} as asked
        on
            changed_fact.programme_id = asked.programme_id
            and changed_fact.unit_id = asked.unit_id
    where changed_fact.kind = 'household'

)

select
    changed_fact.programme_id,
    changed_fact.unit_id,
    changed_fact.kind,
    changed_fact.subject_id,
    changed_fact.fact_id,
    place.about,
    place.source,
    place.table_name,
    place.field,
    place.is_dated,
    whom.looked_up_id,
    1 as distance

from changed_fact
inner join {{ ref('fact_place') }} as place
    on
        changed_fact.kind = place.kind
        and split_part(changed_fact.fact_id, '.', 1) = place.fact_id
        and coalesce(changed_fact.programme_id = place.programme_id, true)
inner join whom
    on
        changed_fact.programme_id = whom.programme_id
        and changed_fact.unit_id = whom.unit_id
        and changed_fact.kind = whom.kind
        and changed_fact.subject_id = whom.subject_id
        and (place.about = 'family') = whom.is_of_family

union all

select
    moved.programme_id,
    moved.unit_id,
    moved.kind,
    moved.subject_id,
    moved.fact_id,
    moved.about,
    moved.source,
    moved.table_name,
    moved.field,
    moved.is_dated,
    moved.looked_up_id,
    moved.distance
from {{ ref('moved_lookup') }} as moved
