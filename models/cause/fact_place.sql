{{ config(materialized='ephemeral') }}

with

fact_source as (

    select * from {{ ref('fact_source') }}

),

every_list as (

    select distinct
        source,
        table_name
    from {{ ref('source_field') }}

)

-- The lists of a programme; a register tells by a field who is in it.
select
    list_programme.programme_id,
    'unit' as kind,
    'is_enrolled' as fact_id,
    coalesce(marked.about, 'unit') as about,
    list_programme.source,
    list_programme.table_name,
    marked.field,
    coalesce(marked.is_dated, false) as is_dated

from {{ ref('list_programme') }} as list_programme
left join fact_source as marked
    on
        marked.fact_id = 'is_enrolled'
        and list_programme.source = marked.source
        and list_programme.table_name = marked.table_name

union all

select
    cast(null as varchar) as programme_id,
    kind,
    fact_id,
    about,
    source,
    table_name,
    field,
    is_dated
from fact_source
where fact_id != 'is_enrolled' and source is not null

union all

-- Some checks look at every list.
select
    cast(null as varchar) as programme_id,
    fact_source.kind,
    fact_source.fact_id,
    fact_source.about,
    every_list.source,
    every_list.table_name,
    fact_source.field,
    fact_source.is_dated

from fact_source
cross join every_list
where fact_source.source is null
