{{ config(group='marts') }}

{{ shared_keys([
    ('mart_change', 'source_row_id', 'field'),
    ('mart_verdict_change', 'programme_id', 'unit', 'person_id', 'household_id', 'cause_number'),
    ('mart_finding_change', 'finding_id', 'cause_number'),
    ('mart_week_change', 'as_of_date', 'about', 'programme_id', 'rule_id', 'change_kind', 'cause_kind', 'name', 'source', 'table_name'),
    ('mart_headline', 'metric_id'),
    ('mart_outbox', 'item_id'),
    ('mart_outbox_week', 'agency_id', 'week_on', 'kind'),
    ('mart_eligibility', 'programme_id', 'unit', 'person_id', 'household_id'),
    ('mart_finding', 'finding_id'),
    ('mart_case', 'case_id'),
    ('mart_benefit_household', 'household_id'),
    ('mart_programme', 'programme_id'),
    ('mart_region', 'region_code'),
    ('mart_week_aid', 'as_of_date', 'programme_id', 'region_code'),
    ('mart_week_coverage', 'as_of_date', 'programme_id', 'region_code', 'coverage'),
    ('mart_week_finding', 'as_of_date', 'rule_id', 'programme_id', 'other_programme_id', 'region_code', 'disposition'),
    ('mart_week_quality', 'as_of_date', 'source', 'table_name', 'kind', 'issue'),
    ('mart_week_source', 'as_of_date', 'source', 'table_name'),
    ('mart_trend', 'as_of_date', 'measure_id', 'source', 'table_name', 'programme_id'),
    ('mart_data_quality', 'source', 'table_name', 'kind', 'issue'),
    ('mart_rule', 'programme_id', 'criterion_id'),
    ('recipient_by_region', 'region_level', 'region_code', 'programme_id'),
    ('recipient_by_city', 'region_level', 'region_code', 'programme_id', 'national_decile'),
    ('recipient_by_kelurahan', 'region_level', 'region_code', 'programme_id', 'decile_group'),
    ('person_by_sex', 'region_level', 'region_code', 'programme_id', 'sex'),
    ('person_by_age', 'region_level', 'region_code', 'programme_id', 'age_group'),
    ('payment_by_month', 'region_level', 'region_code', 'programme_id', 'paid_month'),
    ('recipient_by_district', 'district_code', 'programme_id', 'national_decile'),
    ('mart_parameter', 'programme_id', 'parameter_id', 'valid_from'),
    ('mart_overlap_rule', 'rule_id', 'programme_id', 'component', 'other_programme_id', 'other_component'),
    ('mart_audit_estimate', 'draw_id', 'measure', 'reported_for', 'programme_id', 'city_code', 'district_code', 'national_decile'),
    ('mart_acceptance', 'kind', 'batch_date', 'file', 'measure_id', 'subject_id', 'figure_before', 'figure_now', 'accepted_at'),
]) }}

union all

{{ missing_values([
    ('mart_change', 'source_row_id'),
    ('mart_change', 'change_kind'),
]) }}
