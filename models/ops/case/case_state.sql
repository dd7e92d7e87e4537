with

seen as (

    select
        case_key,
        as_of_date,
        min(cause_id) as cause_id,
        min(first_seen_on) as first_seen_on
    from {{ ref('case_week') }}
    group by
        case_key,
        as_of_date

),

followed as (

    select
        seen.*,
        calendar.next_date,
        coalesce(
            calendar.week_no > lag(calendar.week_no) over (
                partition by seen.case_key order by calendar.week_no
            ) + 1,
            false
        ) as has_returned

    from seen
    inner join {{ ref('case_calendar') }} as calendar
        on seen.as_of_date = calendar.as_of_date

)

-- A case is open in every week that shows its cause, closed in the first that does not,
-- and opened again when it returns. It bears the first id that its cause had.
select
    min_by(cause_id, as_of_date) as case_id,
    max_by(cause_id, as_of_date) as cause_id,
    min_by(first_seen_on, as_of_date) as first_seen_on,
    max(as_of_date) as last_seen_on,
    cast(count(*) as integer) as weeks_open,
    cast(count(*) filter (where has_returned) as integer) as reopened_count,
    max(case when has_returned then as_of_date end) as reopened_on,
    case when count(*) = count(next_date) then max(next_date) end as closed_on

from followed
group by case_key
