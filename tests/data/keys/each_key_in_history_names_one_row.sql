{{ config(group='history') }}

{{ shared_keys([
    ('week_outbox_item', 'item_id'),
    ('week_finding', 'finding_id'),
    ('week_person_fact', 'person_id'),
    ('week_household_fact', 'household_id'),
    ('week_enrolment', 'programme_id', 'component', 'family_key', 'person_id'),
    ('week_match', 'candidate_id'),
    ('week_objection', 'objection_id', 'programme_id', 'person_id', 'household_id', 'criterion_id'),
    ('week_rule', 'programme_id', 'part', 'name', 'valid_from', 'says'),
    ('week_case', 'cause_id'),
    ('week_aid', 'programme_id', 'region_code'),
    ('week_coverage', 'programme_id', 'region_code', 'coverage'),
    ('week_finding_count', 'rule_id', 'programme_id', 'other_programme_id', 'region_code', 'disposition'),
    ('week_quality', 'source', 'table_name', 'kind', 'issue'),
    ('week_source', 'source', 'table_name'),
    ('week_headline', 'metric_id'),
    ('week_open_cell', 'kind', 'subject', 'programme_id', 'region_code', 'atom', 'cut_kind', 'cell_id'),
]) }}
