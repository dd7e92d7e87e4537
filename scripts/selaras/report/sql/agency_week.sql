select
    agency_id,
    week_on,
    case when sum(items) >= getvariable('smallest_open_cell') then cast(sum(items) as bigint) end
        as case_count,
    case
        when sum(agreed + not_yet_corrected + rejected + already_corrected)
            >= getvariable('smallest_open_cell')
            then cast(sum(agreed + not_yet_corrected + rejected + already_corrected) as bigint)
    end as answered_count,
    case
        when sum(corrected) >= getvariable('smallest_open_cell') then cast(sum(corrected) as bigint)
    end as corrected_count,
    case
        when sum(unanswered) >= getvariable('smallest_open_cell')
            then cast(sum(unanswered) as bigint)
    end as unanswered_count

from marts.mart_outbox_week_v2
group by
    agency_id,
    week_on
order by
    agency_id,
    week_on
