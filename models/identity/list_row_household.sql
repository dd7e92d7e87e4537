with

list_row as (

    select * from {{ ref('list_row_number') }}

),

matched as (

    select * from {{ ref('list_row_person') }}

),

household as (

    select * from {{ ref('household') }}

),

-- A PKH row names two people of one family: where its card is not ours, the manager
-- decides.
placed as (

    select
        list_row.source_row_id,
        min(list_row.unit) as unit,
        max(household.household_id) as card_household_id,
        max(list_row.no_kk_repair) as no_kk_repair,
        coalesce(
            max(matched.household_id) filter (where list_row.role = 'manager'),
            max(matched.household_id)
        ) as person_household_id,
        coalesce(
            max(matched.match_method) filter (where list_row.role = 'manager'),
            max(matched.match_method)
        ) as person_match_method

    from list_row
    left join matched
        on
            list_row.source_row_id = matched.source_row_id
            and list_row.role = matched.role
    left join household
        on list_row.no_kk = household.no_kk
    group by list_row.source_row_id

)

-- Aid to a family goes to the family of the card; aid to a person to the family that
-- the registry places this person in.
select
    source_row_id,
    case
        when unit = 'person' then coalesce(person_household_id, card_household_id)
        else coalesce(card_household_id, person_household_id)
    end as household_id,
    case
        when
            unit = 'person' and person_household_id is not null
            then person_match_method
        when card_household_id is null then coalesce(person_match_method, 'unmatched')
        when no_kk_repair is null then 'exact'
        else 'repaired'
    end as match_method

from placed
