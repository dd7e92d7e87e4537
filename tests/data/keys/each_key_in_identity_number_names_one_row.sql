{{ config(group='number') }}

{{ shared_keys([
    ('registry_drop', 'batch_date'),
    ('registry_number', 'number'),
    ('resident_number', 'source_row_id'),
    ('resident', 'nik'),
    ('resident_status', 'nik'),
    ('number_sighting', 'nik', 'batch_date'),
    ('number_successor', 'nik', 'former_nik', 'left_on'),
    ('renumbered', 'former_nik'),
    ('renumbered', 'nik'),
    ('match_decision', 'candidate_id'),
    ('item_answer', 'item_id'),
]) }}
