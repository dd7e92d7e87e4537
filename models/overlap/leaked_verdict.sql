with

verdict as (

    select
        *,
        coalesce(person_id, household_id) as subject_id
    from {{ ref('fct_eligibility') }}
    where coverage = 'leaked'

),

-- What asks the same side to give way, about the same person or family, stands for it.
found as (

    select distinct
        acting_programme_id as programme_id,
        case when scope = 'person' then person_id else household_id end as subject_id

    from {{ ref('finding') }}
    where kind != 'info'

)

select
    {{ verdict_id(
        'verdict',
        'coalesce(verdict.person_id, card.first_household_id, verdict.household_id)'
    ) }} as cause_id,
    verdict.unit as scope,
    verdict.person_id,
    verdict.household_id,
    verdict.programme_id,
    programme.owner as review_agency,
    enrolled.starts_on,
    enrolled.ends_on,
    enrolled.monthly_amount as monthly_amount_at_stake,
    verdict.unmet_criteria as observed,
    enrolled.evidence,
    verdict.as_of_date as first_seen_on,
    enrolled.rests_on_numbers,
    enrolled.match_method,
    enrolled.match_score

from verdict
inner join {{ ref('leaked_enrolment') }} as enrolled
    on
        verdict.programme_id = enrolled.programme_id
        and verdict.subject_id = enrolled.subject_id
inner join {{ ref('dim_programme') }} as programme
    on verdict.programme_id = programme.programme_id
left join {{ ref('first_card') }} as card
    on verdict.household_id = card.household_id
left join found
    on
        verdict.programme_id = found.programme_id
        and verdict.subject_id = found.subject_id
where found.subject_id is null
