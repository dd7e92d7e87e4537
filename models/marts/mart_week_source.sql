select
    source,
    table_name,
    last_batch_date,
    age_days,
    is_stale,
    name_count,
    numbered_count,
    matched_count,
    as_of_date
from {{ source('past', 'week_source') }}

union all

select
    source,
    table_name,
    last_batch_date,
    age_days,
    is_stale,
    name_count,
    numbered_count,
    matched_count,
    as_of_date
from {{ ref('week_source') }}
