with

-- Who stands for a family where it is asked about as a whole.
head as (

    select
        household_id,
        min(person_id) as person_id
    from {{ ref('dim_person') }}
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

)

select
    asked.item_id,
    asked.agency_id,
    asked.household_id,
    coalesce(asked.person_id, head.person_id) as person_id

from asked
left join head
    on asked.household_id = head.household_id
