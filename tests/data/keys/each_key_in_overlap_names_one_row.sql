{{ config(group='overlap') }}

{{ shared_keys([
    ('cause_decision', 'cause_id'),
    ('overlap_amount', 'overlap_id', 'shared_id', 'programme_id', 'other_programme_id'),
    ('gap', 'gap_id'),
    ('finding_amount', 'finding_id'),
    ('finding_two_families', 'person_id'),
    ('finding_contradiction', 'person_id'),
    ('finding_shared_recipient', 'programme_id', 'period', 'person_id'),
    ('borrowed_number', 'person_id', 'table_name'),
    ('doubled_benefit', 'paid_key'),
    ('contradicted_row', 'person_id'),
    ('leaked_enrolment', 'programme_id', 'subject_id'),
    ('leaked_verdict', 'cause_id'),
    ('leaked_amount', 'cause_id'),
    ('evidence_row', 'cause_id', 'side', 'source_row_id', 'field'),
    ('evidence_text', 'cause_id'),
    ('case_cause', 'cause_id'),
    ('finding_number_of_several', 'person_id'),
    ('finding_two_numbers', 'person_id'),
    ('finding_rule', 'rule_id'),
    ('fct_finding', 'finding_id'),
]) }}
