{{ config(materialized='ephemeral') }}

with

changed_fact as (

    select * from {{ ref('changed_fact') }}

),

asked_household as (

    select * from {{ ref('asked_household') }}

),

fact_source as (

    select * from {{ ref('fact_source') }}

),

placed as (

    select distinct
        person_id,
        household_id
    from {{ ref('person_state') }}

),

list_programme as (

    select * from {{ ref('list_programme') }}

),

told as (

    select
        changed_fact.programme_id,
        changed_fact.unit_id,
        changed_fact.kind,
        changed_fact.subject_id,
        changed_fact.fact_id,
        fact_source.about,
        fact_source.source,
        fact_source.table_name,
        fact_source.field,
        fact_source.is_dated

    from changed_fact
    inner join fact_source
        on
            changed_fact.kind = fact_source.kind
            and split_part(changed_fact.fact_id, '.', 1) = fact_source.fact_id
    where
        changed_fact.kind != 'unit'
        or changed_fact.fact_id != 'is_enrolled'
        or exists (
            select 1 from list_programme
            where
                list_programme.programme_id = changed_fact.programme_id
                and list_programme.source = fact_source.source
                and list_programme.table_name = fact_source.table_name
        )

    union all

    select
        changed_fact.programme_id,
        changed_fact.unit_id,
        changed_fact.kind,
        changed_fact.subject_id,
        changed_fact.fact_id,
        'unit' as about,
        list_programme.source,
        list_programme.table_name,
        cast(null as varchar) as field,
        false as is_dated

    from changed_fact
    inner join list_programme
        on changed_fact.programme_id = list_programme.programme_id
    where
        changed_fact.fact_id = 'is_enrolled'
        and not exists (
            select 1 from fact_source
            where
                fact_source.fact_id = 'is_enrolled'
                and fact_source.source = list_programme.source
                and fact_source.table_name = list_programme.table_name
        )

)

select
    told.programme_id,
    told.unit_id,
    told.kind,
    told.subject_id,
    told.fact_id,
    told.about,
    told.source,
    told.table_name,
    told.field,
    told.is_dated,
    told.subject_id as looked_up_id
from told
where told.about != 'family'

union all

select
    told.programme_id,
    told.unit_id,
    told.kind,
    told.subject_id,
    told.fact_id,
    told.about,
    told.source,
    told.table_name,
    told.field,
    told.is_dated,
    placed.household_id as looked_up_id
from told
inner join placed
    on told.subject_id = placed.person_id
where told.about = 'family' and told.kind = 'person'

union all

select
    told.programme_id,
    told.unit_id,
    told.kind,
    told.subject_id,
    told.fact_id,
    told.about,
    told.source,
    told.table_name,
    told.field,
    told.is_dated,
    unnest([asked.was_household_id, asked.household_id, asked.unit_id])
        as looked_up_id
from told
inner join asked_household as asked
    on
        told.programme_id = asked.programme_id
        and told.unit_id = asked.unit_id
where told.about = 'family' and told.kind = 'household'
