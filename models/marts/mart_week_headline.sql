select
    metric_id,
    value,
    stale_days,
    as_of_date
from {{ source('past', 'week_headline') }}

union all

select
    metric_id,
    value,
    stale_days,
    as_of_date
from {{ ref('week_headline') }}
