select
    rule_id,
    kind,
    programme_id,
    other_programme_id,
    region_code,
    disposition,
    finding_count,
    monthly_amount,
    stale_days,
    as_of_date
from {{ source('past', 'week_finding_count') }}

union all

select
    rule_id,
    kind,
    programme_id,
    other_programme_id,
    region_code,
    disposition,
    finding_count,
    monthly_amount,
    stale_days,
    as_of_date
from {{ ref('week_finding_count') }}
