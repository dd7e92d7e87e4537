with

as_of as (

    select * from {{ ref('as_of') }}

),

now as (

    select * from {{ ref('followed_item') }}

),

asked_now as (

    select
        item.item_id,
        item.agency_id,
        item.kind,
        item.reason_id,
        item.programme_id,
        item.source,
        item.table_name,
        item.monthly_amount,
        as_of.as_of_date
    from {{ ref('item') }} as item
    cross join as_of

),

asked as (

    select * from asked_now
    union all by name
    select * from {{ source('past', 'week_outbox_item') }}

),

answer as (

    select * from {{ ref('item_answer') }}

),

-- The last drop in which each list of an agency came.
sent_again as (

    select
        source,
        table_name,
        max(batch_date) as batch_date
    from {{ ref('snapshot_file') }}
    where is_in_force
    group by
        source,
        table_name

),

span as (

    select
        item_id,
        min(as_of_date) as first_sent_on,
        max(as_of_date) as last_sent_on,
        count(*) as weeks_sent
    from asked
    group by item_id

),

last_day as (

    select distinct last_sent_on from span

),

-- The first week that no longer asked.
next_week as (

    select
        last_day.last_sent_on,
        min(later.batch_date) as next_week_on
    from last_day
    inner join {{ ref('snapshot_file') }} as later
        on last_day.last_sent_on < later.batch_date
    group by last_day.last_sent_on

),

-- As it was asked last.
item as (

    select
        asked.*,
        span.first_sent_on,
        span.last_sent_on,
        span.weeks_sent
    from span
    inner join asked
        on
            span.item_id = asked.item_id
            and span.last_sent_on = asked.as_of_date

),

followed as (

    select
        item.*,
        answer.answer,
        coalesce(answer.answered_on, answer.batch_date) as answered_on,
        now.follow_up,
        coalesce(now.is_asked, false) as is_still_asked,
        now.item_id is null or now.follow_up = 'rejected' as is_gone,
        coalesce(sent_again.batch_date > item.last_sent_on, false) as came_again,
        next_week.next_week_on

    from item
    left join answer
        on item.item_id = answer.item_id
    left join now
        on item.item_id = now.item_id
    left join sent_again
        on
            item.source = sent_again.source
            and item.table_name = sent_again.table_name
    left join next_week
        on item.last_sent_on = next_week.last_sent_on

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
    case when followed.is_gone then followed.next_week_on end as gone_on,
    cast(case
        when followed.is_gone
            then {{ days_between('followed.first_sent_on', 'followed.next_week_on') }}
    end as integer) as days_until_gone,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from followed
cross join as_of
cross join {{ ref('carried_forward') }} as carried_forward
