select
    kept.metric_id,
    headline.position,
    headline.title_indonesian,
    headline.title_english,
    headline.unit,
    kept.as_of_date,
    kept.value >= getvariable('smallest_open_cell') as is_shown,
    case when kept.value >= getvariable('smallest_open_cell') then kept.value end as value,
    kept.stale_days

from marts.mart_week_headline as kept
inner join marts.mart_headline_v2 as headline
    on kept.metric_id = headline.metric_id
order by
    headline.position,
    kept.as_of_date
