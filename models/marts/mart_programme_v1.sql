select
    programme_id,
    title_indonesian as title_id,
    title_english as title_en,
    agency_id as owner,
    level,
    unit,
    has_rule,
    enrolment_count,
    family_count,
    person_count,
    unmatched_count,
    monthly_amount,
    paid_amount,
    reached_count,
    missed_count,
    leaked_count,
    open_count,
    as_of_date,
    stale_sources,
    stale_days

from {{ ref('mart_programme', v=2) }}
