with

cause as (

    select
        *,
        row_number() over (
            partition by finding_id
            order by
                cause_kind, name, source, table_name, field, source_row_id, candidate_id
        ) as cause_number

    from {{ ref('finding_cause') }}

)

-- What a finding adds stands on its first cause only, so that it can be added up.
select
    changed.finding_id,
    changed.change_kind,
    changed.rule_id,
    changed.kind,
    changed.scope,
    changed.person_id,
    changed.household_id,
    changed.programme_id,
    changed.other_programme_id,
    changed.review_agency,
    cast(cause.cause_number as integer) as cause_number,
    cause.cause_kind,
    cause.name,
    cause.source,
    cause.table_name,
    cause.field,
    cause.row_change_kind,
    cause.source_row_id,
    cause.batch_date,
    cause.candidate_id,
    cause.was_attached_by,
    cause.attached_by,
    cause.was_score,
    cause.score,
    changed.was_match_method,
    changed.match_method,
    changed.was_amount,
    changed.amount,
    cast(case
        when cause.cause_number = 1
            then coalesce(changed.amount, 0) - coalesce(changed.was_amount, 0)
        else 0
    end as bigint) as amount_change,
    changed.was_on,
    changed.as_of_date

from {{ ref('changed_finding') }} as changed
inner join cause
    on changed.finding_id = cause.finding_id
