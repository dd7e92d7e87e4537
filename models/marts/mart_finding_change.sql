with

cause as (

    select * from {{ ref('week_finding_cause') }}

)

select
    cause.finding_id,
    cause.change_kind,
    cause.rule_id,
    cause.kind,
    cause.scope,
    cause.person_id,
    cause.household_id,
    cause.programme_id,
    cause.other_programme_id,
    cause.review_agency,
    cause.cause_number,
    cause.cause_kind,
    cause.name,
    cause.source,
    cause.table_name,
    cause.field,
    cause.row_change_kind,
    {{ pseudonym('r', 'pseudonym_key.pseudonym_key', 'cause.source_row_id') }}
        as source_row_id,
    cause.batch_date,
    cause.was_attached_by,
    cause.attached_by,
    cause.was_score,
    cause.score,
    cause.was_match_method,
    cause.match_method,
    cause.was_amount,
    cause.amount,
    cause.amount_change,
    cause.was_on,
    cause.as_of_date,
    carried.stale_sources,
    carried.stale_days

from cause
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
cross join {{ ref('carried_forward') }} as carried
