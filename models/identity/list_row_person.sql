with

list_row as (

    select * from {{ ref('list_row_number') }}

),

described as (

    select
        person.person_id,
        person.nik,
        person_household.household_id,
        household.no_kk,
        coalesce(resident.birth_date, member.birth_date) as birth_date,
        coalesce(resident.name_normalised, member.name_normalised) as name_normalised

    from {{ ref('person') }} as person
    left join {{ ref('resident') }} as resident
        on person.nik = resident.nik
    left join {{ ref('stg_bps__dtsen_member') }} as member
        on person.member_row_id = member.source_row_id
    left join {{ ref('person_household') }} as person_household
        on person.person_id = person_household.person_id
    left join {{ ref('household') }} as household
        on person_household.household_id = household.household_id
    where person.nik is not null

)

-- The birth date is part of the number, so it proves little: the name has to agree, or
-- the card and the birth date together. Other numbers were borrowed or mistyped and are
-- left for scores and people to decide.
select
    list_row.source_row_id,
    list_row.role,
    described.person_id,
    described.household_id,
    case when list_row.nik_repair is null then 'exact' else 'repaired' end
        as match_method

from list_row
inner join described
    on list_row.nik = described.nik
where
    {{ is_same_person('list_row', 'described') }}
    or (
        list_row.no_kk = described.no_kk
        and list_row.birth_date = described.birth_date
    )
