{{ config(materialized='view') }}

with

family as (

    select * from {{ ref('stg_bps__dtsen_family') }}

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
    case
        when household.household_id is null then 'unmatched'
        when family.no_kk_repair is null then 'exact'
        else 'repaired'
    end as match_method,
    case when household.household_id is null then 'unmatched' else 'exact' end
        as household_match_method

from family
left join household
    on family.no_kk = household.no_kk
