select
    week.metric_id,
    headline.position,
    headline.title_indonesian,
    headline.title_english,
    headline.unit,
    week.as_of_date,
    week.value >= getvariable('smallest_open_cell') as is_shown,
    case when week.value >= getvariable('smallest_open_cell') then week.value end as value,
    week.stale_days

from marts.mart_week_headline as week
inner join marts.mart_headline_v2 as headline
    on week.metric_id = headline.metric_id
order by
    headline.position,
    week.as_of_date
