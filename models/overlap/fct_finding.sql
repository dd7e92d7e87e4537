with

finding as (

    select * from {{ ref('finding') }}

),

decided as (

    select * from {{ ref('cause_decision') }}
    where decision in ('confirmed', 'false_positive', 'resolved')

)

select
    finding.finding_id,
    finding.rule_id,
    finding.kind,
    finding.scope,
    finding.person_id,
    finding.household_id,
    finding.programme_id,
    finding.other_programme_id,
    finding.starts_on,
    finding.ends_on,
    finding.monthly_amount_at_stake,
    amount.monthly_amount_counted,
    finding.keep_programme_id,
    finding.acting_programme_id,
    finding.review_agency,
    finding.observed,
    told.evidence,
    told.keyed_evidence,
    finding.first_seen_on,
    coalesce(
        decided.decision,
        case when finding.rests_on_numbers then 'open' else 'needs_review' end
    ) as disposition,
    finding.match_method,
    finding.match_score,
    {{ linkage('digest') }} as linkage_digest

from finding
left join {{ ref('finding_amount') }} as amount
    on finding.finding_id = amount.finding_id
left join {{ ref('evidence_text') }} as told
    on finding.finding_id = told.cause_id
left join decided
    on finding.finding_id = decided.cause_id
