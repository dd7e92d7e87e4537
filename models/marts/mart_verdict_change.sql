with

cause as (

    select * from {{ ref('week_verdict_cause') }}

)

select
    cause.programme_id,
    cause.unit,
    cause.person_id,
    cause.household_id,
    cause.cause_number,
    cause.step,
    cause.cause_kind,
    cause.part,
    cause.name,
    case when cause.part = 'person' then cause.subject_id end as about_person_id,
    case when cause.part in ('parameter', 'criterion') then cause.was_value end
        as was_value,
    case when cause.part in ('parameter', 'criterion') then cause.now_value end
        as value,
    cause.source,
    cause.table_name,
    cause.field,
    cause.change_kind,
    {{ pseudonym('r', 'pseudonym_key.pseudonym_key', 'cause.source_row_id') }}
        as source_row_id,
    cause.batch_date,
    cause.was_attached_by,
    cause.attached_by,
    cause.was_score,
    cause.score,
    cause.was_verdict,
    cause.verdict,
    cause.was_coverage,
    cause.coverage,
    cause.was_unmet_criteria,
    cause.unmet_criteria,
    cause.was_unknown_criteria,
    cause.unknown_criteria,
    cause.was_entitled_amount,
    cause.entitled_amount,
    cause.amount_change,
    cause.was_rule_digest,
    cause.rule_digest,
    cause.was_on,
    cause.as_of_date,
    carried.stale_sources,
    carried.stale_days

from cause
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
cross join {{ ref('carried_forward') }} as carried
