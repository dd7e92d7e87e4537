with

state as (

    select * from {{ ref('case_state') }}

),

-- Decisions name a case, or the finding that it is about; answers the item that asked.
told as (

    select
        case_id,
        case_id as subject_id,
        reopened_on
    from state

    union

    select
        case_id,
        cause_id as subject_id,
        reopened_on
    from state

),

named as (

    select * from told

    union all

    select
        told.case_id,
        {{ outbox_id('told.subject_id', 'pseudonym_key.pseudonym_key') }} as subject_id,
        told.reopened_on
    from told
    cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key

),

-- What came back after a decision is decided anew, unless it was said to be none.
decided as (

    select
        named.case_id,
        decision.*,
        concat_ws(
            '/',
            coalesce(decision.decided_on, cast('0001-01-01' as date)),
            named.subject_id
        ) as recency

    from named
    inner join {{ ref('case_decision') }} as decision
        on named.subject_id = decision.subject_id
    where
        decision.decision = 'false_positive'
        or coalesce(decision.decided_on >= named.reopened_on, named.reopened_on is null)

)

select
    case_id,
    decision,
    decided_by,
    decided_by_agency,
    decided_on

from decided
qualify row_number() over (partition by case_id order by recency desc) = 1
