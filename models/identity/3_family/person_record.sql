-- Everybody whom a row may name, in the shape in which records are compared.
with

described as (

    select
        person.person_id as known_id,
        person.nik,
        person_card.no_kk,
        coalesce(resident.name_normalised, member.name_normalised) as name,
        coalesce(resident.birth_date, member.birth_date) as birth_date,
        coalesce(resident.sex, member.sex) as sex,
        coalesce(resident.region_code, member.id_card_region_code) as region_code,
        resident.nik is not null as is_in_civil_registry

    from {{ ref('person') }} as person
    left join {{ ref('resident') }} as resident
        on person.nik = resident.nik
    left join {{ ref('stg_bps__dtsen_member') }} as member
        on person.member_row_id = member.source_row_id
    left join {{ ref('person_card') }} as person_card
        on person.person_id = person_card.person_id

)

{{ comparable('described', ['known_id', 'is_in_civil_registry']) }}
