-- Residents whose own number cannot be used: the national register has one for the same
-- card, name and birth date that nobody of the civil registry bears.
with

resident as (

    select * from {{ ref('stg_dukcapil__resident') }}

),

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}
    where nik is not null and nik_status != 'date_conflict'

),

paired as (

    select
        resident.source_row_id,
        min(member.nik) as nik,
        count(distinct member.nik) as number_count

    from resident
    inner join member
        on
            {{ is_same_on_card('resident', 'member') }}
    left join resident as bearer
        on member.nik = bearer.nik
    where resident.nik is null and bearer.nik is null
    group by resident.source_row_id

)

-- Two rows for one number prove neither.
select
    min(source_row_id) as source_row_id,
    nik

from paired
where number_count = 1
group by nik
having count(*) = 1
