select
    district_code,
    programme_id,
    family_count

from {{ ref('recipient_by_district') }}
where
    family_count < {{ var('smallest_open_cell') }}
    or (is_suppressed and (family_count is not null or monthly_amount is not null))
