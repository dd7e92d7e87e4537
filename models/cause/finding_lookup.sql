{{ config(materialized='ephemeral') }}

with

changed as (

    select * from {{ ref('changed_finding') }}

),

side as (

    select
        finding_id,
        programme_id
    from changed
    union
    select
        finding_id,
        other_programme_id as programme_id
    from changed

),

list_programme as (

    select * from {{ ref('list_programme') }}

),

every_list as (

    select distinct
        source,
        table_name
    from {{ ref('source_field') }}

),

fact_source as (

    select * from {{ ref('fact_source') }}
    where kind in ('finding', 'unit', 'side')

)

-- The lists of both sides; of registers what marks the programme; and what the check of
-- a rule, or a side that is no list, looks at besides.
select
    side.finding_id,
    list_programme.source,
    list_programme.table_name,
    marked.field,
    side.programme_id,
    false as is_dated

from side
inner join list_programme
    on side.programme_id = list_programme.programme_id
left join fact_source as marked
    on
        marked.fact_id = 'is_enrolled'
        and list_programme.source = marked.source
        and list_programme.table_name = marked.table_name

union all

select
    changed.finding_id,
    fact_source.source,
    fact_source.table_name,
    fact_source.field,
    cast(null as varchar) as programme_id,
    fact_source.is_dated

from changed
inner join fact_source
    on changed.rule_id = fact_source.fact_id and fact_source.kind = 'finding'
where fact_source.source is not null

union all

-- Some checks look at every list.
select
    changed.finding_id,
    every_list.source,
    every_list.table_name,
    cast(null as varchar) as field,
    cast(null as varchar) as programme_id,
    fact_source.is_dated

from changed
inner join fact_source
    on changed.rule_id = fact_source.fact_id and fact_source.kind = 'finding'
cross join every_list
where fact_source.source is null

union all

select
    changed.finding_id,
    allowing.source,
    allowing.table_name,
    allowing.field,
    cast(null as varchar) as programme_id,
    allowing.is_dated

from changed
inner join {{ ref('overlap_rule') }} as looked_for
    on changed.rule_id = looked_for.overlap_id
inner join {{ ref('fact_source') }} as allowing
    on looked_for.allowed_if = allowing.fact_id and allowing.kind = 'person'

union all

select
    side.finding_id,
    fact_source.source,
    fact_source.table_name,
    fact_source.field,
    cast(null as varchar) as programme_id,
    fact_source.is_dated

from side
inner join fact_source
    on side.programme_id = fact_source.fact_id and fact_source.kind = 'side'
