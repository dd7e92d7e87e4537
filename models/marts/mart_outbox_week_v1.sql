select
    agency_id,
    agency_indonesian as title_id,
    agency_english as title_en,
    week_on,
    kind,
    items,
    agreed,
    not_yet_corrected,
    rejected,
    already_corrected,
    corrected,
    unanswered,
    no_longer_asked,
    average_days_to_answer,
    average_days_until_gone,
    monthly_amount,
    monthly_amount_gone,
    as_of_date,
    stale_sources,
    stale_days

from {{ ref('mart_outbox_week', v=2) }}
