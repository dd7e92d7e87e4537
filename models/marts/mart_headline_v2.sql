select
    kept.metric_id,
    kept.value,
    metric.unit,
    metric.label_id as title_indonesian,
    metric.label_en as title_english,
    metric.position,
    kept.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from {{ ref('week_headline') }} as kept
cross join {{ ref('carried_forward') }} as carried_forward
inner join {{ ref('headline_metric') }} as metric
    on kept.metric_id = metric.metric_id
