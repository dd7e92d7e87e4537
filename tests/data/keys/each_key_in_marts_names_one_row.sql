{{ config(group='marts') }}

{{ shared_keys([
    ('mart_change', 'source_row_id', 'field'),
    ('mart_headline', 'metric_id'),
    ('mart_outbox', 'item_id'),
    ('mart_outbox_week', 'agency_id', 'week_on', 'kind'),
    ('mart_eligibility', 'programme_id', 'unit', 'person_id', 'household_id'),
    ('mart_finding', 'finding_id'),
    ('mart_case', 'case_id'),
    ('mart_benefit_household', 'household_id'),
    ('mart_programme', 'programme_id'),
    ('mart_region', 'region_code'),
    ('mart_data_quality', 'source', 'table_name', 'kind', 'issue'),
    ('mart_rule', 'programme_id', 'criterion_id'),
    ('recipient_by_district', 'district_code', 'programme_id', 'national_decile'),
    ('mart_parameter', 'programme_id', 'parameter_id', 'valid_from'),
    ('mart_overlap_rule', 'rule_id', 'programme_id', 'component', 'other_programme_id', 'other_component'),
]) }}

union all

{{ missing_values([
    ('mart_change', 'source_row_id'),
    ('mart_change', 'change_kind'),
]) }}
