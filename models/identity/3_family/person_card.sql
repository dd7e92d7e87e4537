with

person as (

    select * from {{ ref('person') }}

),

resident as (

    select * from {{ ref('resident') }}

),

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

-- The civil registry decides the family card; the national register only where it is
-- silent.
placed as (

    select
        person.person_id,
        coalesce(resident.no_kk, member.no_kk) as no_kk

    from person
    left join resident
        on person.nik = resident.nik
    left join member
        on person.member_row_id = member.source_row_id

)

select *
from placed
where no_kk is not null
