{{ config(group='list') }}

{{ shared_keys([
    ('list_record', 'record_id'),
    ('list_pair', 'record_id', 'known_id'),
    ('list_score', 'record_id', 'known_id'),
    ('list_candidate', 'candidate_id'),
    ('list_row_person', 'source_row_id', 'role'),
    ('list_row_household', 'source_row_id'),
]) }}
