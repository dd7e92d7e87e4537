select
    programme.programme_id,
    programme.title_id as title_indonesian,
    programme.title_en as title_english,
    programme.owner as agency_id,
    agency.title_indonesian as agency_indonesian,
    agency.title_english as agency_english,
    programme.level,
    level_code.label_indonesian as level_indonesian,
    level_code.label_english as level_english,
    programme.unit,
    unit.label_indonesian as unit_indonesian,
    unit.label_english as unit_english,
    programme.basis,
    programme.valid_from,
    {{ add_days('programme.valid_to', -1) }} as last_day,
    programme.has_rule,
    programme.rule_digest

from {{ ref('programme') }} as programme
inner join {{ ref('dim_agency') }} as agency
    on programme.owner = agency.agency_id
inner join {{ ref('code_label') }} as level_code
    on programme.level = level_code.code and level_code.domain = 'level'
inner join {{ ref('code_label') }} as unit
    on programme.unit = unit.code and unit.domain = 'unit'
