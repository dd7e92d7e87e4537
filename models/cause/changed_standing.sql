{{ config(materialized='ephemeral') }}

with

changed as (

    select * from {{ ref('changed_verdict') }}

),

was_objection as (

    {{ of_last_week('week_objection') }}

),

objection as (

    {{ objections_of('changed', 'was_objection', "'was'") }}
    union all
    {{ objections_of('changed', ref('week_objection'), "'now'") }}

),

-- Whoever is known to a register only then, or only now, of the people of a family.
standing as (

    select
        programme_id,
        unit_id,
        'person' as kind,
        person_id as subject_id,
        'member' as fact_id,
        cast(is_then as varchar) as was_value,
        cast(is_now as varchar) as now_value
    from {{ ref('asked_person') }}

    union all

    select
        programme_id,
        unit_id,
        'household' as kind,
        unit_id as subject_id,
        'family' as fact_id,
        cast(is_then as varchar) as was_value,
        cast(is_now as varchar) as now_value
    from {{ ref('asked_household') }}
    where unit = 'household'

    union all

    select
        programme_id,
        unit_id,
        'unit' as kind,
        unit_id as subject_id,
        'is_enrolled' as fact_id,
        cast(coalesce(was_is_enrolled, false) as varchar) as was_value,
        cast(coalesce(is_enrolled, false) as varchar) as now_value
    from changed

    union all

    select
        programme_id,
        unit_id,
        'unit' as kind,
        unit_id as subject_id,
        concat('objection.', criterion_id) as fact_id,
        max(held) filter (where phase = 'was') as was_value,
        max(held) filter (where phase = 'now') as now_value
    from objection
    group by all

)

-- None of it becomes another with the day alone.
select
    programme_id,
    unit_id,
    kind,
    subject_id,
    fact_id,
    was_value,
    was_value as aged_value,
    now_value
from standing
where was_value is distinct from now_value
