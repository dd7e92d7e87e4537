with

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

registered as (

    select * from {{ ref('member_number') }}
    where is_registered

),

open_member as (

    select
        member.source_row_id,
        member.no_kk,
        member.birth_date,
        member.name_normalised

    from member
    left join registered
        on member.source_row_id = registered.source_row_id
    where registered.source_row_id is null

),

unclaimed as (

    select
        resident.nik,
        resident.no_kk,
        resident.birth_date,
        resident.name_normalised

    from {{ ref('resident') }} as resident
    left join registered
        on resident.nik = registered.nik
    where registered.nik is null

),

-- The civil registry has the same name and birth date on the same family card.
paired as (

    select
        open_member.source_row_id,
        min(unclaimed.nik) as nik,
        count(distinct unclaimed.nik) as resident_count

    from open_member
    inner join unclaimed
        on
            {{ is_same_on_card('open_member', 'unclaimed') }}
    group by open_member.source_row_id

)

-- Two rows for one number prove neither.
select
    min(source_row_id) as source_row_id,
    nik

from paired
where resident_count = 1
group by nik
having count(*) = 1
