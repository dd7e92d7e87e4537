with

figure as (

    select
        *,
        case when out_of is null then counted else counted / nullif(out_of, 0) end
            as figure
    from {{ ref('guarded_figure') }}

),

week as (

    select * from {{ ref('trend_week') }}

),

guard_rail as (

    select * from {{ ref('guard_rail') }}

),

-- What came for the first time did not move, nor did what has no figure.
compared as (

    select
        now.as_of_date,
        week.previous_date,
        now.measure_id,
        now.subject_id,
        round(former.figure, 6) as figure_before,
        round(now.figure, 6) as figure_now,
        case
            when guard_rail.is_share then now.figure - former.figure
            else (now.figure - former.figure) / nullif(former.figure, 0)
        end as relative_change,
        abs(now.figure - former.figure) * coalesce(now.out_of, 1) as moved_count,
        guard_rail.is_share,
        guard_rail.most_change,
        guard_rail.least_count

    from figure as now
    inner join week on now.as_of_date = week.as_of_date
    inner join figure as former
        on
            week.previous_date = former.as_of_date
            and now.measure_id = former.measure_id
            and now.subject_id = former.subject_id
    inner join guard_rail on now.measure_id = guard_rail.measure_id

)

select
    *,
    abs(relative_change) > most_change and moved_count >= least_count as is_moved

from compared
where relative_change is not null
