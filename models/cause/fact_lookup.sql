{{ config(materialized='ephemeral') }}

with

changed_fact as (

    select * from {{ ref('changed_fact') }}

),

subject as (

    select distinct
        programme_id,
        unit_id,
        kind,
        subject_id
    from changed_fact

),

-- What is told of a family is looked for under the one of then and of now.
whom as (

    select
        subject.*,
        false as is_of_family,
        subject.subject_id as looked_up_id
    from subject

    union

    select
        subject.*,
        true as is_of_family,
        placed.household_id as looked_up_id
    from subject
    inner join {{ ref('person_state') }} as placed
        on subject.subject_id = placed.person_id
    where subject.kind = 'person'

    union

    select
        subject.*,
        true as is_of_family,
        unnest([asked.was_household_id, asked.household_id, asked.unit_id])
            as looked_up_id
    from subject
    inner join {{ ref('asked_household') }} as asked
        on
            subject.programme_id = asked.programme_id
            and subject.unit_id = asked.unit_id
    where subject.kind = 'household'

)

select
    {{ same_fact('changed_fact') }},
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
    {{ same_fact('moved') }},
    moved.about,
    moved.source,
    moved.table_name,
    moved.field,
    moved.is_dated,
    moved.looked_up_id,
    moved.distance
from {{ ref('moved_lookup') }} as moved
