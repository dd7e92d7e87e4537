select
    week.metric_id,
    week.value,
    metric.unit,
    metric.label_id as title_indonesian,
    metric.label_en as title_english,
    metric.position,
    week.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from {{ ref('week_headline') }} as week
cross join {{ ref('carried_forward') }} as carried_forward
inner join {{ ref('headline_metric') }} as metric
    on week.metric_id = metric.metric_id
