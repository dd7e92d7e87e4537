{{ config(group='cause') }}

{{ shared_keys([
    ('last_week', 'as_of_date'),
    ('changed_verdict', 'programme_id', 'unit_id'),
    ('person_state', 'person_id', 'phase'),
    ('household_state', 'household_id', 'phase'),
    ('asked_person', 'programme_id', 'unit_id', 'person_id'),
    ('asked_household', 'programme_id', 'unit_id'),
    ('changed_fact', 'programme_id', 'unit_id', 'kind', 'subject_id', 'fact_id'),
    ('fact_switch', 'programme_id', 'unit_id', 'step'),
    ('scenario', 'programme_id', 'state_id'),
    ('judged_again', 'programme_id', 'state_id'),
    ('verdict_step', 'programme_id', 'unit_id', 'step'),
    ('week_verdict_cause', 'programme_id', 'unit_id', 'cause_number'),
    ('week_finding_cause', 'finding_id', 'cause_number'),
    ('changed_finding', 'finding_id'),
    ('fact_source', 'kind', 'fact_id', 'source', 'table_name', 'field'),
]) }}
