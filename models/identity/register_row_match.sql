{{ config(materialized='view') }}

with

person as (

    select * from {{ ref('person') }}

),

household as (

    select * from {{ ref('household') }}

),

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

resident as (

    select * from {{ ref('stg_dukcapil__resident') }}

),

family as (

    select * from {{ ref('stg_bps__dtsen_family') }}

),

member_person as (

    select * from {{ ref('member_person') }}

)

select
    member.source_row_id,
    member.batch_date,
    'bps' as source,
    'dtsen_member' as table_name,
    member.file,
    member.line,
    'member' as role,
    person.person_id,
    household.household_id,
    member_person.match_method,
    case when household.household_id is null then 'unmatched' else 'exact' end
        as household_match_method

from member
inner join member_person
    on member.source_row_id = member_person.source_row_id
inner join person
    on member_person.person_key = person.person_key
left join household
    on member.no_kk = household.no_kk

union all

select
    resident.source_row_id,
    resident.batch_date,
    'dukcapil' as source,
    'resident' as table_name,
    resident.file,
    resident.line,
    'member' as role,
    person.person_id,
    household.household_id,
    case
        when person.person_id is null then 'unmatched'
        when resident.nik_repair is null then 'exact'
        else 'repaired'
    end as match_method,
    case when household.household_id is null then 'unmatched' else 'exact' end
        as household_match_method

from resident
left join person
    on resident.nik = person.nik
left join household
    on resident.no_kk = household.no_kk

union all

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
