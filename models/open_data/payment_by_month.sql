select
    region_level,
    place_code as region_code,
    place_name as region_name,
    programme_id,
    try_cast(cut as date) as paid_month,
    is_suppressed,
    unit_count as family_count,
    amount as paid_amount,
    as_of_date,
    stale_sources,
    stale_days

from {{ ref('open_shown') }}
where table_name = 'payment_by_month'
