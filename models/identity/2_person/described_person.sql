{{ config(materialized='view') }}

-- Somebody listed twice in DTSEN is described by the row on the card of the civil
-- registry, else by the row of the newer file. Nearly everybody is listed once.
with

member_person as (

    select
        source_row_id,
        person_key,
        nik
    from {{ ref('member_person') }}

),

repeated as (

    select person_key
    from member_person
    group by person_key
    having count(*) > 1

)

select
    member_person.person_key,
    member_person.nik,
    member_person.source_row_id as member_row_id

from member_person
left join repeated
    on member_person.person_key = repeated.person_key
where repeated.person_key is null

union all

select
    repeated.person_key,
    max(member_person.nik) as nik,
    coalesce(
        max_by(member.source_row_id, {{ newest_first('member') }})
        filter (where member.no_kk = resident.no_kk),
        max_by(member.source_row_id, {{ newest_first('member') }})
    ) as member_row_id

from repeated
inner join member_person
    on repeated.person_key = member_person.person_key
inner join {{ ref('stg_bps__dtsen_member') }} as member
    on member_person.source_row_id = member.source_row_id
left join {{ ref('resident') }} as resident
    on member_person.nik = resident.nik
group by repeated.person_key
