-- A table of its own, so that the civil and the national register, the widest tables
-- there are, need not both be held to look people up in.
select
    person.person_id,
    person.nik,
    person.member_row_id,
    person.resident_row_id,
    resident.nik is not null as is_in_civil_registry,
    resident.full_name,
    resident.birth_date,
    resident.is_born_on_another_day,
    resident.sex,
    resident.life_status,
    resident.life_status_on,
    resident.life_status_contradiction,
    resident.region_code,
    resident.id_card_province_code,
    resident.occupation_class

from {{ ref('person') }} as person
left join {{ ref('resident') }} as resident
    on person.nik = resident.nik
