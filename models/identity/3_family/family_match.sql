{{ config(materialized='view') }}

with

family as (

    select * from {{ ref('stg_bps__dtsen_family') }}

),

place as (

    select * from {{ ref('family_place') }}

),

household as (

    select * from {{ ref('household') }}

)

select
    family.source_row_id,
    family.batch_date,
    'bps' as source,
    'dtsen_family' as table_name,
    family.file,
    family.line,
    'family' as role,
    cast(null as varchar) as person_id,
    household.household_id,
    place.match_method,
    place.match_method as household_match_method,
    case
        when household.household_id is not null then coalesce(place.score, 1)
    end as score,
    place.candidate_id,
    place.candidate_count

from family
inner join place
    on family.source_row_id = place.source_row_id
left join household
    on place.no_kk = household.no_kk
