-- What an agency was sent in each week and in all (a row without a week), and what became of it.
-- Beside small weeks of a column the next larger ones are hidden, until the hidden ones are together as many as are told.
-- An answer is not told either where the week itself is not, or where it would leave few of the week.
with

cell as (

    select
        agency_id,
        week_on,
        measure,
        cast(item_count as bigint) as item_count

    from (
        select
            agency_id,
            week_on,
            sum(items) as items,
            sum(agreed + not_yet_corrected + rejected + already_corrected) as answered,
            sum(corrected) as corrected,
            sum(unanswered) as unanswered,
            sum(no_longer_asked) as not_shown

        from marts.mart_outbox_week_v2
        group by grouping sets ((agency_id, week_on), (agency_id))
    ) as counted
    unpivot (item_count for measure in (items, answered, corrected, unanswered, not_shown))

),

ranked as (

    select
        *,
        sum(item_count) over (
            partition by agency_id, measure, week_on is null
            order by item_count, week_on
            rows between unbounded preceding and 1 preceding
        ) as smaller_count

    from cell

),

marked as (

    select
        *,
        measure != 'not_shown'
        and item_count >= getvariable('smallest_open_cell')
        and coalesce(smaller_count, 0) not between 1 and getvariable('smallest_open_cell') - 1
            as is_told

    from ranked

),

set_beside as (

    select
        *,
        bool_or(is_told and measure = 'items') over (partition by agency_id, week_on)
            as week_is_told,
        sum(case when is_told or measure = 'items' then 0 else item_count end) over (
            partition by agency_id, week_on
        ) between 1 and getvariable('smallest_open_cell') - 1 as hides_few,
        row_number() over (
            partition by agency_id, week_on, measure = 'items', is_told
            order by item_count, measure
        ) as place

    from marked

),

told as (

    select
        agency_id,
        week_on,
        measure,
        case
            when
                is_told
                and week_is_told
                and (measure = 'items' or not (hides_few and place = 1))
                then item_count
        end as told_count

    from set_beside

)

select
    agency_id,
    week_on,
    max(case when measure = 'items' then told_count end) as case_count,
    max(case when measure = 'answered' then told_count end) as answered_count,
    max(case when measure = 'corrected' then told_count end) as corrected_count,
    max(case when measure = 'unanswered' then told_count end) as unanswered_count

from told
group by
    agency_id,
    week_on
order by
    agency_id,
    week_on nulls last
