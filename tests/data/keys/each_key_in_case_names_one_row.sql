{{ config(group='case') }}

{{ shared_keys([
    ('case_week', 'cause_id', 'as_of_date'),
    ('case_calendar', 'as_of_date'),
    ('case_state', 'case_id'),
    ('case_subject', 'case_id'),
    ('case_disposition', 'case_id'),
    ('case_suspended', 'case_id'),
    ('gone_case', 'case_id'),
    ('gone_side', 'case_id', 'side'),
    ('verdict_at_closing', 'programme_id', 'subject_id', 'closed_on'),
    ('closed_side', 'case_id'),
    ('cleared_criterion', 'case_id', 'criterion_id', 'asked_of'),
    ('case_closing', 'case_id'),
    ('fct_case', 'case_id'),
]) }}

union all

{{ missing_values([
    ('fct_case', 'agency'),
    ('fct_case', 'status'),
    ('fct_case', 'first_seen_on'),
]) }}
