with

decision as (

    select * from {{ ref('stg_dinsos__decision') }}

),

candidate as (

    select
        candidate_id,
        max(verdict) as verdict,
        max(agreed_count) as agreed_count

    from {{ ref('weighed_candidate') }}
    where verdict is not null
    group by candidate_id

),

finding as (

    select cause_id as finding_id from {{ ref('case_cause') }}

),

latest as (

    select
        subject_id,
        max(decided_on) as decided_on

    from decision
    group by subject_id

),

-- Decisions on matches and those on findings have words of their own.
told as (

    select
        decision.*,
        decision.decision in ('same_person', 'different_person') as is_on_match,
        decision.decision in ('confirmed', 'false_positive', 'resolved', 'ambiguous')
            as is_on_finding,
        candidate.candidate_id is not null as is_candidate,
        finding.finding_id is not null as is_finding,
        candidate.verdict,
        candidate.agreed_count,
        coalesce(decision.decided_on = latest.decided_on, latest.decided_on is null)
            as is_latest

    from decision
    left join latest
        on decision.subject_id = latest.subject_id
    left join candidate
        on decision.subject_id = candidate.candidate_id
    left join finding
        on decision.subject_id = finding.finding_id

)

select
    source_row_id,
    batch_date,
    file,
    line,
    subject_id,
    decision,
    decided_by,
    decided_on,
    case
        when not coalesce(is_on_match or is_on_finding, false) then 'unreadable'
        when (is_on_match and is_finding) or (is_on_finding and is_candidate)
            then 'wrong_kind'
        when not (is_candidate or is_finding) then 'unknown_subject'
        when not is_latest then 'overruled'
        when verdict = 'contradicted' then 'contradicted'
        when decision = 'same_person' and agreed_count > 1 then 'contradicted'
        when decision = 'ambiguous' then 'noted'
        else 'obeyed'
    end as outcome

from told
