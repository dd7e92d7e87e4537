with

known as (

    select * from {{ ref('known_case') }}

)

select
    known.case_id,
    known.cause,
    known.rule_id,
    known.scope,
    known.person_id,
    known.household_id,
    coalesce(card.first_household_id, known.household_id) as family_id,
    known.programme_id,
    known.observed,
    known.evidence

from {{ ref('case_state') }} as state
inner join known
    on state.case_id = known.case_id
left join {{ ref('first_card') }} as card
    on known.household_id = card.household_id
where state.is_closed_now
