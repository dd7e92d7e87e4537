{{ config(materialized='ephemeral') }}

with

was_listed as (

    {{ of_last_week('week_enrolment') }}

),

was_known as (

    {{ of_last_week('week_person_fact') }}

),

-- Who stood on which side of an overlap rule, then and now.
side as (

    {{ sides_of('was_listed', 'was_known', 'was') }}
    union all
    {{ sides_of(ref('week_enrolment'), ref('week_person_fact'), 'now') }}

),

scoped as (

    {{ under_each_scope('side') }}

),

asked as (

    select * from {{ ref('finding_side') }}

)

select
    asked.finding_id,
    asked.programme_id,
    scoped.component,
    scoped.person_id,
    scoped.starts_on,
    scoped.monthly_amount,
    min(scoped.phase) != max(scoped.phase) as has_stayed

from asked
inner join scoped
    on
        asked.programme_id = scoped.programme_id
        and asked.scope = scoped.scope
        and asked.subject_id = scoped.shared_id
        and coalesce(asked.component = scoped.component, asked.component is null)
group by
    asked.finding_id,
    asked.programme_id,
    scoped.component,
    scoped.person_id,
    scoped.starts_on,
    scoped.monthly_amount
