with

person as (

    select * from {{ ref('dim_person') }}

),

-- Who stands for a family where it is asked about as a whole.
head as (

    select
        household_id,
        min(person_id) as person_id
    from person
    where family_role = 'head'
    group by household_id

),

-- Whom no own row of the agency names.
asked as (

    select
        placed.item_id,
        placed.agency_id,
        placed.person_id,
        case when placed.person_id is null then placed.household_id end as household_id
    from {{ ref('placed_item') }} as placed
    left join {{ ref('asked_row') }} as asked_row
        on
            placed.source_row_id = asked_row.source_row_id
            and placed.asked_role = asked_row.asked_role
    where
        asked_row.role is null
        and coalesce(placed.person_id, placed.household_id) is not null

),

known as (

    select
        asked.item_id,
        asked.agency_id,
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

    from asked
    left join head
        on asked.household_id = head.household_id
    left join person
        on coalesce(asked.person_id, head.person_id) = person.person_id
    left join {{ ref('dim_household') }} as household
        on
            coalesce(asked.household_id, person.household_id) = household.household_id
    left join {{ ref('told_by') }} as told_by
        on person.person_id = told_by.person_id
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
