{{ config(group='history') }}

{{ shared_keys([
    ('week_finding', 'finding_id'),
]) }}
