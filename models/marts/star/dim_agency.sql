select
    agency.agency_id,
    agency.title_id as title_indonesian,
    agency.title_en as title_english,
    agency.level,
    level.label_indonesian as level_indonesian,
    level.label_english as level_english

from {{ ref('agency') }} as agency
inner join {{ ref('code_label') }} as level
    on agency.level = level.code and level.code_list = 'level'
