{{ config(group='history') }}

{{ shared_keys([
    ('week_finding', 'finding_id'),
    ('week_case', 'cause_id'),
]) }}
