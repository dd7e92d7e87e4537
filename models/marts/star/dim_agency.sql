select
    agency.agency_id,
    agency.title_id as title_indonesian,
    agency.title_en as title_english,
    agency.level,
    level_code.label_indonesian as level_indonesian,
    level_code.label_english as level_english

from {{ ref('agency') }} as agency
inner join {{ ref('code_label') }} as level_code
    on agency.level = level_code.code and level_code.domain = 'level'
