{{ config(materialized='ephemeral') }}

with

changed_fact as (

    select * from {{ ref('changed_fact') }}

),

register as (

    select
        asked.programme_id,
        asked.unit_id,
        place.source,
        place.table_name,
        place.field,
        asked.unit = 'person'
        and asked.was_household_id != asked.household_id as has_moved

    from {{ ref('asked_household') }} as asked
    cross join {{ ref('fact_place') }} as place
    where place.kind = 'person' and place.fact_id = 'member'

)

-- Who came to another family is judged with it. Who joins or leaves one may bring it a
-- programme or take it away: that is looked for where no list of the programme tells.
select
    changed_fact.programme_id,
    changed_fact.unit_id,
    changed_fact.kind,
    changed_fact.subject_id,
    changed_fact.fact_id,
    'register' as about,
    register.source,
    register.table_name,
    register.field,
    false as is_dated,
    changed_fact.unit_id as looked_up_id,
    case when changed_fact.kind = 'household' then 1 else 2 end as distance

from changed_fact
inner join register
    on
        changed_fact.programme_id = register.programme_id
        and changed_fact.unit_id = register.unit_id
where
    (changed_fact.kind = 'household' and register.has_moved)
    or changed_fact.fact_id = 'is_enrolled'
