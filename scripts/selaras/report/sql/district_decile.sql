select
    district_code,
    programme_id,
    national_decile,
    is_suppressed,
    family_count

from open_data.recipient_by_district
order by
    district_code,
    programme_id,
    national_decile nulls last
