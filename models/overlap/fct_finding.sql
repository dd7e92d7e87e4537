with

finding as (

    select * from {{ ref('finding') }}

),

amount as (

    select * from {{ ref('finding_amount') }}

),

decided as (

    select
        subject_id,
        max_by(
            decision,
            concat_ws('/', decided_on, batch_date, lpad(cast(line as varchar), 9, '0'))
        ) as decision

    from {{ ref('stg_dinsos__decision') }}
    where decision in ('confirmed', 'false_positive', 'resolved')
    group by subject_id

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
    finding.review_agency,
    finding.evidence,
    finding.first_seen_on,
    coalesce(
        decided.decision,
        case when finding.rests_on_numbers then 'open' else 'needs_review' end
    ) as disposition,
    finding.match_method,
    finding.match_score,
    {{ linkage('digest') }} as linkage_digest

from finding
left join amount
    on finding.finding_id = amount.finding_id
left join decided
    on finding.finding_id = decided.subject_id
