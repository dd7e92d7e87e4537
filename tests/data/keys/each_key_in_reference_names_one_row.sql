{{ config(group='staging') }}

{{ shared_keys([
    ('code_label', 'domain', 'code'),
    ('headline_metric', 'metric_id'),
    ('identity_change_kind', 'change_kind'),
    ('life_status_rule', 'life_status'),
    ('occupation_fact', 'occupation_class'),
    ('population_jakarta', 'kelurahan_code'),
    ('region', 'region_code'),
    ('region_code_crosswalk', 'region_code'),
    ('province_code', 'province_code'),
    ('status_code', 'written_status'),
    ('occupation_class', 'occupation'),
    ('region_key', 'scheme', 'written_code'),
    ('date_order', 'file_id', 'column_name', 'mark'),
    ('known_word', 'word_list', 'word_key'),
    ('region_name', 'written_name'),
]) }}

union all

{{ missing_values([
    ('code_label', 'label_indonesian'),
    ('code_label', 'label_english'),
    ('population_jakarta', 'kelurahan_name'),
    ('region_key', 'written_code'),
    ('region_name', 'region_code'),
]) }}
