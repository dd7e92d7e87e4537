with

followed as (

    select
        *,
        {{ follow_up_of_item('answered') }} as follow_up
    from {{ ref('answered_item') }} as answered

),

-- What is answered is not asked again while its facts are the same, unless it was
-- agreed and the list came again as it was.
judged as (

    select
        *,
        follow_up not in ('rejected', 'answered') as is_asked
    from followed

)

-- Ranked here, where rows are narrow.
select
    item_id,
    agency_id,
    kind,
    reason_id,
    programme_id,
    source,
    table_name,
    monthly_amount,
    settles,
    need,
    certainty,
    source_row_id,
    asked_role,
    answer,
    answered_on,
    follow_up,
    is_asked,
    row_number() over (
        partition by agency_id, kind, is_asked
        order by
            settles desc nulls last,
            need asc nulls last,
            certainty desc nulls last,
            monthly_amount desc nulls last,
            item_id asc
    ) as item_rank

from judged
