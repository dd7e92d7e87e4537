select
    metric_id,
    value,
    unit,
    title_indonesian as label_id,
    title_english as label_en,
    position,
    as_of_date,
    stale_sources,
    stale_days

from {{ ref('mart_headline', v=2) }}
