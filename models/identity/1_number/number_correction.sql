{{ config(materialized='view') }}

with

successor as (

    select * from {{ ref('number_successor') }}
    where possible_count = 1 and returned_on is null

),

member as (

    select nik from {{ ref('stg_bps__dtsen_member') }}
    where nik is not null

),

in_force as (

    select nik from {{ ref('resident') }}

)

-- Two numbers that one register holds side by side are two people.
select
    nik,
    former_nik,
    changed_on

from successor
where
    former_nik not in (select in_force.nik from in_force)
    and (
        former_nik not in (select member.nik from member)
        or nik not in (select member.nik from member)
    )
