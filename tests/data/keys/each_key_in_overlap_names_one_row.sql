{{ config(group='overlap') }}

{{ shared_keys([
    ('overlap_amount', 'overlap_id', 'shared_id', 'programme_id', 'other_programme_id'),
    ('gap', 'gap_id'),
    ('finding_amount', 'finding_id'),
    ('finding_two_families', 'rule_id', 'person_id'),
    ('finding_contradiction', 'person_id'),
    ('finding_shared_recipient', 'programme_id', 'period', 'person_id'),
    ('borrowed_number', 'person_id', 'table_name'),
    ('finding_number_of_several', 'person_id'),
    ('finding_two_numbers', 'person_id'),
    ('finding_rule', 'rule_id'),
    ('fct_finding', 'finding_id'),
]) }}
