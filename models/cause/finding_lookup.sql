{{ config(materialized='ephemeral') }}

with

input as (

    select * from {{ ref('finding_input') }}

),

fact_place as (

    select * from {{ ref('fact_place') }}

),

side as (

    select distinct programme_id from fact_place
    where fact_id = 'is_enrolled'

),

-- The lists of a side; then the registers that place its people, as a person brings to
-- a family what the person has.
place as (

    select
        case kind
            when 'unit' then 'side'
            when 'finding' then 'check'
            when 'person' then 'fact'
            else kind
        end as about,
        coalesce(programme_id, fact_id) as name,
        source,
        table_name,
        field,
        programme_id,
        is_dated,
        1 as distance
    from fact_place

    union all

    select
        'side' as about,
        side.programme_id as name,
        register.source,
        register.table_name,
        register.field,
        cast(null as varchar) as programme_id,
        false as is_dated,
        3 as distance
    from fact_place as register
    cross join side
    where register.kind = 'person' and register.fact_id = 'member'

)

select
    input.finding_id,
    input.about,
    input.name,
    input.is_changed,
    input.is_about_rows,
    input.subject_id,
    place.source,
    place.table_name,
    place.field,
    place.programme_id,
    place.is_dated,
    input.distance + place.distance as distance

from input
inner join place
    on
        input.about = place.about
        and input.name = place.name
