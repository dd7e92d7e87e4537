with

week as (

    select * from {{ ref('trend_week') }}

),

finding as (

    {{ every_week('week_finding') }}

),

-- What people dismissed or settled is open no longer.
open_finding as (

    select
        finding_id,
        as_of_date,
        case
            when keep_programme_id = other_programme_id then programme_id
            else coalesce(other_programme_id, programme_id)
        end as programme_id,
        lag(as_of_date) over by_finding as seen_before,
        lead(as_of_date) over by_finding as seen_after

    from finding
    where disposition not in ('false_positive', 'resolved')
    window by_finding as (partition by finding_id order by as_of_date)

),

told as (

    select
        week.as_of_date,
        finding.programme_id,
        1 as open_count,
        case
            when coalesce(
                finding.seen_before != week.previous_date,
                week.previous_date is not null
            ) then 1
            else 0
        end as new_count,
        0 as closed_count

    from open_finding as finding
    inner join week
        on finding.as_of_date = week.as_of_date

    union all

    select
        week.next_date as as_of_date,
        finding.programme_id,
        0 as open_count,
        0 as new_count,
        1 as closed_count

    from open_finding as finding
    inner join week
        on finding.as_of_date = week.as_of_date
    where
        week.next_date is not null
        and finding.seen_after is distinct from week.next_date

)

select
    as_of_date,
    programme_id,
    sum(open_count) as open_count,
    sum(new_count) as new_count,
    sum(closed_count) as closed_count

from told
group by
    as_of_date,
    programme_id
