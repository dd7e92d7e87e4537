select
    programme_id,
    region_code,
    enrolment_count,
    family_count,
    person_count,
    monthly_amount,
    paid_amount,
    stale_days,
    as_of_date
from {{ source('past', 'week_aid') }}

union all

select
    programme_id,
    region_code,
    enrolment_count,
    family_count,
    person_count,
    monthly_amount,
    paid_amount,
    stale_days,
    as_of_date
from {{ ref('week_aid') }}
