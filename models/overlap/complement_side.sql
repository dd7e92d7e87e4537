{{ config(materialized='view') }}

with

scoped as (

    {{ under_each_scope(ref('listed_side')) }}

),

overlap_rule as (

    select * from {{ ref('overlap_rule') }}
    where expected_programme_id is not null

),

named as (

    select
        overlap_id,
        scope,
        valid_from,
        valid_to,
        expected_programme_id,
        programme_id,
        component
    from overlap_rule

    union distinct

    select
        overlap_id,
        scope,
        valid_from,
        valid_to,
        expected_programme_id,
        other_programme_id as programme_id,
        other_component as component
    from overlap_rule

)

select
    named.overlap_id,
    named.scope,
    named.expected_programme_id,
    named.programme_id,
    scoped.component,
    scoped.enrolment_id,
    scoped.household_id,
    scoped.source_row_id,
    scoped.shared_id,
    greatest(scoped.starts_on, named.valid_from) as starts_on,
    least(scoped.ends_on, named.valid_to) as ends_on

from named
inner join scoped
    on {{ stands_on('named', 'scoped') }}
