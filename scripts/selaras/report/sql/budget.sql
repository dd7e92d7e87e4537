select
    programme_id,
    title_indonesian,
    title_english,
    level,
    level_indonesian,
    level_english,
    unit_indonesian,
    unit_english,
    family_count >= getvariable('smallest_open_cell') as is_shown,
    case when family_count >= getvariable('smallest_open_cell') then family_count end as family_count,
    case when person_count >= getvariable('smallest_open_cell') then person_count end as person_count,
    case when family_count >= getvariable('smallest_open_cell') then monthly_amount end
        as monthly_amount,
    case when family_count >= getvariable('smallest_open_cell') then paid_amount end as paid_amount,
    as_of_date,
    stale_sources,
    stale_days

from marts.mart_programme_v2
order by
    monthly_amount desc nulls last,
    programme_id
