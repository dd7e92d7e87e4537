{{ config(group='overlap_number') }}

{{ shared_keys([
    ('number_carrier', 'source_row_id', 'role'),
    ('number_owner', 'nik'),
    ('number_of_another', 'source_row_id', 'role'),
    ('double_row', 'source_row_id'),
    ('first_written', 'source_row_id'),
    ('double_person', 'person_id', 'other_person_id'),
]) }}
