with

decision as (

    select * from {{ ref('case_decision') }}

),

cause as (

    select finding_id as cause_id from {{ ref('finding') }}
    union all
    select cause_id from {{ ref('leaked_verdict') }}

),

-- A decision names a finding or verdict, an answer the item that asked about it.
named as (

    select
        cause_id,
        cause_id as subject_id
    from cause

    union all

    select
        cause.cause_id,
        {{ outbox_id('cause.cause_id', 'pseudonym_key.pseudonym_key') }} as subject_id
    from cause
    cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key

)

select
    named.cause_id,
    max_by(
        decision.decision,
        concat_ws(
            '/', coalesce(decision.decided_on, cast('0001-01-01' as date)),
            named.subject_id
        )
    ) as decision,
    max_by(
        named.subject_id != named.cause_id,
        concat_ws(
            '/', coalesce(decision.decided_on, cast('0001-01-01' as date)),
            named.subject_id
        )
    ) as is_answer

from named
inner join decision
    on named.subject_id = decision.subject_id
group by named.cause_id
