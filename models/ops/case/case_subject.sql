with

-- What is gone stays told as it was when it was last there.
told as (

    select
        state.case_id,
        cause.*
    from {{ ref('case_state') }} as state
    inner join {{ ref('case_cause') }} as cause
        on
            state.cause_id = cause.cause_id
            and state.closed_on is null

    union all by name

    select
        state.case_id,
        past.*
    from {{ ref('case_state') }} as state
    inner join {{ source('past', 'week_case') }} as past
        on
            state.cause_id = past.cause_id
            and state.last_seen_on = past.as_of_date
            and state.closed_on is not null

)

select
    case_id,
    cause_id,
    cause,
    rule_id,
    kind,
    scope,
    person_id,
    household_id,
    programme_id,
    other_programme_id,
    period,
    acting_programme_id,
    keep_programme_id,
    agency,
    starts_on,
    ends_on,
    monthly_amount_at_stake,
    monthly_amount_counted,
    observed,
    evidence,
    keyed_evidence,
    rests_on_numbers,
    match_method,
    match_score

from told
