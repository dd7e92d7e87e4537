select
    programme_id,
    region_code,
    coverage,
    unit_count,
    entitled_amount,
    stale_days,
    as_of_date
from {{ source('past', 'week_coverage') }}

union all

select
    programme_id,
    region_code,
    coverage,
    unit_count,
    entitled_amount,
    stale_days,
    as_of_date
from {{ ref('week_coverage') }}
