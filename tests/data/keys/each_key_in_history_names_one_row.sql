{{ config(group='history') }}

{{ shared_keys([
    ('week_finding', 'finding_id'),
    ('week_aid', 'programme_id', 'region_code'),
    ('week_coverage', 'programme_id', 'region_code', 'coverage'),
    ('week_finding_count', 'rule_id', 'programme_id', 'other_programme_id', 'region_code', 'disposition'),
    ('week_quality', 'source', 'table_name', 'kind', 'issue'),
    ('week_source', 'source', 'table_name'),
    ('week_open_atom', 'subject', 'programme_id', 'region_code', 'atom', 'cut_kind'),
    ('week_open_cell', 'cell_id'),
]) }}
