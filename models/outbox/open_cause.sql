with

cause as (

    select * from {{ ref('case_cause') }}
    where kind != 'info'

),

decided as (

    select * from {{ ref('cause_decision') }}

),

person as (

    select * from {{ ref('dim_person') }}

)

-- What people said is none, or is settled, is not asked; an answer that it is settled
-- holds while no later list says otherwise (followed_item). A rule that gives away what
-- another agency supplied is told like a value of it.
select
    cause.cause_id,
    cause.cause,
    cause.rule_id,
    cause.kind,
    cause.scope,
    cause.person_id,
    cause.household_id,
    cause.programme_id,
    cause.other_programme_id,
    cause.acting_programme_id,
    cause.agency,
    cause.starts_on,
    cause.ends_on,
    cause.observed,
    cause.rests_on_numbers,
    cause.match_score,
    cause_row.source_row_id,
    cause_row.role,
    cause_row.own_rows,
    left_rule.rule_id is not null as is_of_leaving,
    case
        when left_rule.rule_id is not null
            then {{ is_shown("'dukcapil'", "'life_status'") }}
        else coalesce(side.are_sides_shown, true)
    end as is_reason_shown,
    case
        when cause.other_programme_id is null or side.are_amounts_shown
            then cause.monthly_amount_at_stake
    end as amount_shown,
    {{ shown('person.life_status', "'dukcapil'", 'life_status') }} as life_status,
    {{ shown('person.life_status_on', "'dukcapil'", 'life_status_on') }}
        as life_status_on

from cause
{{ join_entitled('cause.agency') }}
left join decided
    on cause.cause_id = decided.cause_id
left join {{ ref('cause_row') }} as cause_row
    on cause.cause_id = cause_row.cause_id
left join {{ ref('programme_side') }} as side
    on cause.cause_id = side.cause_id
left join {{ ref('life_status_rule') }} as left_rule
    on cause.rule_id = left_rule.rule_id
left join person
    on cause.person_id = person.person_id
where
    decided.decision is null
    or decided.decision not in ('false_positive', 'resolved')
    or (decided.decision = 'resolved' and decided.is_answer)
