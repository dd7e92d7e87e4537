select
    region_level,
    place_code as region_code,
    place_name as region_name,
    programme_id,
    cut as age_group,
    is_suppressed,
    unit_count as person_count,
    as_of_date,
    stale_sources,
    stale_days

from {{ ref('open_shown') }}
where table_name = 'person_by_age'
