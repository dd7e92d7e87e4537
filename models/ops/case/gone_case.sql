with

state as (

    select * from {{ ref('case_state') }}
    where closed_on is not null

)

select
    subject.case_id,
    subject.cause,
    subject.rule_id,
    subject.scope,
    subject.person_id,
    coalesce(card.first_household_id, subject.household_id) as family_id,
    subject.programme_id,
    subject.other_programme_id,
    subject.observed,
    subject.evidence,
    state.closed_on

from state
inner join {{ ref('case_subject') }} as subject
    on state.case_id = subject.case_id
left join {{ ref('first_card') }} as card
    on subject.household_id = card.household_id
