select
    source,
    table_name,
    kind,
    issue,
    row_count,
    stale_days,
    as_of_date
from {{ source('past', 'week_quality') }}

union all

select
    source,
    table_name,
    kind,
    issue,
    row_count,
    stale_days,
    as_of_date
from {{ ref('week_quality') }}
