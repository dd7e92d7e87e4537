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

card as (

    select * from {{ ref('family_card') }}

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
    card.household_id,
    member_person.match_method,
    coalesce(member_person.score, 1) as score,
    member_person.candidate_id,
    member_person.candidate_count,
    case
        when card.household_id is null then 'unmatched'
        when card.no_kk = card.family_no_kk then 'exact'
        else 'repaired'
    end as household_match_method

from member
inner join member_person
    on member.source_row_id = member_person.source_row_id
inner join person
    on member_person.person_key = person.person_key
left join card
    on member.no_kk = card.no_kk
