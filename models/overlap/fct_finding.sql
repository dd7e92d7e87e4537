with

found as (

    select * from {{ ref('finding_overlap') }}
    union all by name
    select * from {{ ref('finding_double_payment') }}
    union all by name
    select * from {{ ref('finding_recipient_status') }}
    union all by name
    select * from {{ ref('finding_two_families') }}

),

identified as (

    select
        {{ short_id('f', [
            "rule_id", "coalesce(person_id, household_id)", "programme_id",
            "other_programme_id", "period"
        ]) }} as finding_id,
        *

    from found

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
    identified.finding_id,
    identified.rule_id,
    identified.kind,
    identified.scope,
    identified.person_id,
    identified.household_id,
    identified.programme_id,
    identified.other_programme_id,
    identified.starts_on,
    identified.ends_on,
    identified.monthly_amount_at_stake,
    identified.keep_programme_id,
    identified.review_agency,
    identified.evidence,
    identified.first_seen_on,
    coalesce(
        decided.decision,
        case when identified.rests_on_numbers then 'open' else 'needs_review' end
    ) as disposition

from identified
left join decided
    on identified.finding_id = decided.subject_id
