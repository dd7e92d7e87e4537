with

carrier as (

    select * from {{ ref('number_carrier') }}

),

-- Where no register says whose number it is, one of the people who carry it stands for
-- all of them.
owner as (

    select
        carrier.nik,
        coalesce(min(person.person_id), min(carrier.person_id)) as person_id,
        min(person.resident_row_id) as resident_row_id,
        coalesce(
            min(person.member_row_id),
            min_by(
                carrier.source_row_id,
                concat_ws('/', carrier.person_id, carrier.source_row_id)
            )
            filter (where person.nik is null and carrier.person_id is not null)
        ) as member_row_id

    from carrier
    left join {{ ref('person') }} as person
        on carrier.nik = person.nik
    group by carrier.nik

)

select
    owner.nik,
    owner.person_id,
    coalesce(owner.resident_row_id, owner.member_row_id) as source_row_id,
    coalesce(resident.no_kk, member.no_kk) as no_kk,
    coalesce(resident.name_normalised, member.name_normalised) as name_normalised,
    coalesce(resident.birth_date, member.birth_date) as birth_date

from owner
left join {{ ref('resident') }} as resident
    on owner.resident_row_id = resident.source_row_id
left join {{ ref('stg_bps__dtsen_member') }} as member
    on owner.member_row_id = member.source_row_id
where owner.person_id is not null
