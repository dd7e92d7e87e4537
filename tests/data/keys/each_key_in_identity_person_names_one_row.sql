{{ config(group='person') }}

{{ shared_keys([
    ('member_number', 'source_row_id'),
    ('member_by_card', 'source_row_id'),
    ('member_record', 'record_id'),
    ('resident_record', 'known_id'),
    ('member_pair', 'record_id', 'known_id'),
    ('member_score', 'record_id', 'known_id'),
    ('member_candidate', 'candidate_id'),
    ('member_person', 'source_row_id'),
    ('person', 'person_id'),
    ('known_number', 'nik'),
]) }}
