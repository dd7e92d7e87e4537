with

cause as (

    select
        *,
        finding_id as cause_id,
        'finding' as cause
    from {{ ref('finding') }}

    union all by name

    select
        *,
        programme_id as rule_id,
        programme_id as acting_programme_id,
        'leaked' as kind,
        'verdict' as cause
    from {{ ref('leaked_verdict') }}

),

amount as (

    select
        finding_id as cause_id,
        monthly_amount_counted
    from {{ ref('finding_amount') }}

    union all

    select
        cause_id,
        monthly_amount_counted
    from {{ ref('leaked_amount') }}

)

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
    cause.period,
    cause.acting_programme_id,
    cause.keep_programme_id,
    cause.review_agency as agency,
    cause.starts_on,
    cause.ends_on,
    cause.monthly_amount_at_stake,
    amount.monthly_amount_counted,
    cause.observed,
    told.evidence,
    told.keyed_evidence,
    cause.first_seen_on,
    cause.rests_on_numbers,
    cause.match_method,
    cause.match_score

from cause
left join amount
    on cause.cause_id = amount.cause_id
left join {{ ref('evidence_text') }} as told
    on cause.cause_id = told.cause_id
