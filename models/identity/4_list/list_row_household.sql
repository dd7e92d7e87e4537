with

list_row as (

    select * from {{ ref('list_row_number') }}

),

matched as (

    select
        named.*,
        way.weakness

    from {{ ref('list_row_person') }} as named
    {{ join_weakness('named.match_method') }}

),

card as (

    select * from {{ ref('family_card') }}

),

-- A PKH row names two people of one family: where its card is not ours, the manager
-- decides; where both live on another card, they do.
placed as (

    select
        list_row.source_row_id,
        min(list_row.unit) as unit,
        max(card.household_id) as card_household_id,
        case
            when
                count(distinct matched.person_id) > 1
                and count(matched.household_id) = count(*)
                and bool_and(matched.match_method in ('exact', 'repaired', 'decided'))
                and min(matched.household_id) = max(matched.household_id)
                then max(matched.household_id)
        end as shared_household_id,
        count(matched.household_id) = count(*)
        and bool_and(matched.match_method in ('exact', 'repaired', 'decided'))
        and bool_and(matched.household_id != card.household_id) as is_of_others,
        max(
            case
                when card.no_kk != card.family_no_kk then 'moved'
                else list_row.no_kk_repair
            end
        ) as no_kk_repair,
        coalesce(
            max(matched.household_id) filter (where list_row.role = 'manager'),
            max(matched.household_id)
        ) as person_household_id,
        coalesce(
            max_by(matched.match_method, matched.weakness) filter (
                where list_row.role = 'manager' and matched.household_id is not null
            ),
            max_by(matched.match_method, matched.weakness)
        ) as person_match_method,
        coalesce(
            max(matched.score) filter (
                where list_row.role = 'manager' and matched.household_id is not null
            ),
            min(matched.score)
        ) as person_score

    from list_row
    left join matched
        on
            list_row.source_row_id = matched.source_row_id
            and list_row.role = matched.role
    left join card
        on list_row.no_kk = card.no_kk
    group by list_row.source_row_id

),

-- Aid to a family goes to the family of the card, unless all whom the row names live
-- elsewhere: card and people contradict each other then, which is for people to decide.
-- Aid to a person goes to the family that the registry places this person in.
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

    from placed

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
