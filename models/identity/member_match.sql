{{ config(materialized='view') }}

with

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

member_person as (

    select * from {{ ref('member_person') }}

),

person as (

    select * from {{ ref('person') }}

),

household as (

    select * from {{ ref('household') }}

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
