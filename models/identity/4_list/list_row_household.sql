-- Aid to a family goes to the family of the card, unless all whom the row names live
-- elsewhere: card and people contradict each other then, which is for people to decide.
-- Aid to a person goes to the family that the registry places this person in.
with

decided as (

    select
        *,
        case
            when unit = 'person' then person_household_id is not null
            else
                card_household_id is null
                or coalesce(shared_household_id != card_household_id, false)
        end as follows_person,
        coalesce(is_of_others, false) as is_contradicted

    from {{ ref('list_row_place') }}

)

select
    source_row_id,
    case
        when follows_person then person_household_id
        when not is_contradicted then card_household_id
    end as household_id,
    case
        when follows_person then coalesce(person_match_method, 'unmatched')
        when card_household_id is null or is_contradicted then 'unmatched'
        when no_kk_repair is null then 'exact'
        else 'repaired'
    end as match_method,
    case
        when follows_person then person_score
        when card_household_id is not null and not is_contradicted then 1
    end as score

from decided
