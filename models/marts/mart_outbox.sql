with

followed as (

    select
        item.*,
        answer.answer,
        coalesce(answer.answered_on, answer.batch_date) as answered_on,
        now.follow_up,
        coalesce(now.is_asked, false) as is_still_asked,
        case
            when now.item_id is null or now.follow_up = 'rejected'
                then item.next_week_on
        end as gone_on

    from {{ ref('trend_item') }} as item
    left join {{ ref('item_answer') }} as answer
        on item.item_id = answer.item_id
    left join {{ ref('followed_item') }} as now
        on item.item_id = now.item_id

)

select
    followed.item_id,
    followed.agency_id,
    followed.kind,
    followed.reason_id,
    followed.programme_id,
    followed.monthly_amount,
    followed.first_sent_on,
    followed.last_sent_on,
    cast(followed.weeks_sent as integer) as weeks_sent,
    {{ state_of_item('followed') }} as state,
    followed.answered_on,
    cast(case
        when followed.answered_on >= followed.first_sent_on
            then
                {{ days_between('followed.first_sent_on', 'followed.answered_on') }}
    end as integer) as days_to_answer,
    followed.is_still_asked,
    followed.gone_on,
    cast(
        {{ days_between('followed.first_sent_on', 'followed.gone_on') }} as integer
    ) as days_until_gone,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from followed
cross join {{ ref('as_of') }} as as_of
cross join {{ ref('carried_forward') }} as carried_forward
