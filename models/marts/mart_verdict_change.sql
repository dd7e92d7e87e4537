with

cause as (

    select * from {{ ref('verdict_cause') }}

),

changed as (

    select * from {{ ref('changed_verdict') }}

)

-- What a step adds stands on its first cause only, so that the column can be added up.
select
    cause.programme_id,
    changed.unit,
    changed.person_id,
    coalesce(changed.household_id, changed.was_household_id) as household_id,
    cast(cause.cause_number as integer) as cause_number,
    cast(dense_rank() over (
        partition by cause.programme_id, cause.unit_id order by cause.step
    ) as integer) as step,
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
    cast(case
        when
            row_number() over (
                partition by cause.programme_id, cause.unit_id, cause.step
                order by cause.cause_number
            ) = 1
            then cause.amount_change
        else 0
    end as bigint) as amount_change,
    changed.was_rule_digest,
    changed.rule_digest,
    changed.was_on,
    changed.as_of_date,
    carried.stale_sources,
    carried.stale_days

from cause
inner join changed
    on
        cause.programme_id = changed.programme_id
        and cause.unit_id = changed.unit_id
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
cross join {{ ref('carried_forward') }} as carried
