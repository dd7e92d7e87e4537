with

-- A family keeps its findings when it gets another card. Where no side is kept by rule,
-- the second one gives way, and money is counted on it.
identified as (

    select
        found.*,
        {{ finding_id(
            'found',
            'coalesce(found.person_id, card.first_household_id, found.household_id)'
        ) }} as finding_id,
        case
            when
                found.other_programme_id is null
                or found.other_programme_id = found.keep_programme_id
                then found.programme_id
            else found.other_programme_id
        end as counted_programme_id

    from {{ ref('found') }} as found
    left join {{ ref('first_card') }} as card
        on found.household_id = card.household_id

),

-- Whom the vocabulary names for life and death keeps the register of people.
registry as (

    select max(asked_of) as agency
    from {{ ref('fact') }}
    where unit = 'person' and fact_id = 'is_alive'

)

-- Who has to act: whose list tells what cannot be, whom the rule names, the owner of
-- the side that gives way (of several under one limit, the least paid), or the
-- registry.
select
    identified.finding_id,
    identified.rule_id,
    identified.kind,
    identified.scope,
    identified.person_id,
    identified.household_id,
    identified.programme_id,
    identified.other_programme_id,
    identified.period,
    identified.starts_on,
    identified.ends_on,
    identified.monthly_amount_at_stake,
    identified.keep_programme_id,
    coalesce(giving_way.programme_id, identified.programme_id) as acting_programme_id,
    coalesce(
        teller.owner,
        rule_of_it.review_agency,
        giving_way.owner,
        first_side.owner,
        registry.agency
    ) as review_agency,
    identified.observed,
    identified.evidence,
    identified.first_seen_on,
    identified.rests_on_numbers,
    identified.match_method,
    identified.match_score,
    identified.counted_programme_id

from identified
cross join registry
left join {{ ref('finding_rule') }} as rule_of_it
    on identified.rule_id = rule_of_it.rule_id
left join {{ ref('dim_programme') }} as teller
    on identified.telling_programme_id = teller.programme_id
left join {{ ref('dim_programme') }} as giving_way
    on
        coalesce(identified.counted_programme_id, identified.least_paid_programme_id)
        = giving_way.programme_id
left join {{ ref('dim_programme') }} as first_side
    on identified.programme_id = first_side.programme_id
