with

known as (

    select
        subject.item_id,
        subject.agency_id,
        person.nik,
        household.no_kk,
        person.full_name,
        person.birth_date,
        coalesce(person.region_code, household.region_code) as region_code,
        told_by.nik_by,
        told_by.name_by,
        told_by.birth_date_by,
        coalesce(
            case when person.region_code is not null then told_by.region_by end, 'bps'
        ) as region_by,
        card.card_by

    from {{ ref('item_subject') }} as subject
    left join {{ ref('dim_person') }} as person
        on subject.person_id = person.person_id
    left join {{ ref('told_by') }} as told_by
        on subject.person_id = told_by.person_id
    left join {{ ref('dim_household') }} as household
        on
            coalesce(subject.household_id, person.household_id) = household.household_id
    left join {{ ref('card_told_by') }} as card
        on household.household_id = card.household_id

)

-- Who they are, as far as the agency may see what registers of others say.
select
    known.item_id,
    {{ shown('known.nik', 'known.nik_by', 'nik') }} as nik,
    {{ shown('known.no_kk', 'known.card_by', 'no_kk') }} as no_kk,
    {{ shown('known.full_name', 'known.name_by', 'full_name') }} as full_name,
    {{ shown('known.birth_date', 'known.birth_date_by', 'birth_date') }} as birth_date,
    {{ shown('known.region_code', 'known.region_by', 'region_code') }} as region_code

from known
{{ join_entitled('known.agency_id') }}
