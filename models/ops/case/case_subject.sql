with

state as (

    select * from {{ ref('case_state') }}

),

-- What is gone stays told as it was when it was last there.
told as (

    select
        state.case_id,
        cause.*
    from state
    inner join {{ ref('case_cause') }} as cause
        on state.cause_id = cause.cause_id

    union all by name

    select known.*
    from state
    inner join {{ ref('known_case') }} as known
        on
            state.case_id = known.case_id
            and not state.is_there

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
