{{ config(materialized='view') }}

with

successor as (

    select * from {{ ref('number_successor') }}
    where possible_count = 1 and returned_on is null

),

member as (

    select distinct nik from {{ ref('stg_bps__dtsen_member') }}
    where nik is not null

),

in_force as (

    select nik from {{ ref('resident') }}

)

-- Two numbers that one register holds side by side are two people.
select
    successor.nik,
    successor.former_nik,
    successor.changed_on

from successor
left join in_force
    on successor.former_nik = in_force.nik
left join member as former_member
    on successor.former_nik = former_member.nik
left join member as later_member
    on successor.nik = later_member.nik
where in_force.nik is null and (former_member.nik is null or later_member.nik is null)
