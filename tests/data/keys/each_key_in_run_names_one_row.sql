{{ config(group='run') }}

{{ shared_keys([
    ('snapshot_file', 'file_id'),
    ('compared_file', 'file_id'),
    ('source_age', 'source', 'table_name'),
]) }}
