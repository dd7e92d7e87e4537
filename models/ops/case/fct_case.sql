select
    subject.case_id,
    subject.cause_id,
    subject.cause,
    subject.rule_id,
    subject.kind,
    subject.scope,
    subject.person_id,
    subject.household_id,
    subject.programme_id,
    subject.other_programme_id,
    subject.period,
    subject.acting_programme_id,
    subject.keep_programme_id,
    subject.agency,
    subject.starts_on,
    subject.ends_on,
    subject.monthly_amount_at_stake,
    subject.monthly_amount_counted,
    subject.observed,
    subject.evidence,
    subject.keyed_evidence,
    state.first_seen_on,
    state.last_seen_on,
    state.weeks_open,
    state.reopened_count,
    state.reopened_on,
    case
        when state.closed_on is not null then 'closed'
        when decided.decision in ('false_positive', 'resolved') then decided.decision
        when suspended.case_id is not null then 'suspended'
        when decided.decision = 'confirmed' then 'confirmed'
        when state.reopened_count > 0 then 'reopened'
        when decided.decision = 'ambiguous' or not subject.rests_on_numbers
            then 'needs_review'
        else 'open'
    end as status,
    status in ('closed', 'false_positive', 'resolved') as is_settled,
    decided.decision as disposition,
    decided.decided_by,
    case
        when decided.decision is not null
            then coalesce(decided.decided_by_agency, subject.agency)
    end as decided_by_agency,
    decided.decided_on,
    state.closed_on,
    closing.closed_because,
    closing.closed_side,
    closing.closed_source,
    subject.match_method,
    subject.match_score,
    as_of.as_of_date

from {{ ref('case_state') }} as state
cross join {{ ref('as_of') }} as as_of
inner join {{ ref('case_subject') }} as subject
    on state.case_id = subject.case_id
left join {{ ref('case_disposition') }} as decided
    on state.case_id = decided.case_id
left join {{ ref('case_suspended') }} as suspended
    on state.case_id = suspended.case_id
left join {{ ref('case_closing') }} as closing
    on state.case_id = closing.case_id
