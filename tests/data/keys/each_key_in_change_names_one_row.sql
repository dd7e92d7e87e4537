{{ config(group='change') }}

{{ shared_keys([
    ('changed_subject', 'source_row_id'),
    ('row_key', 'source_row_id', 'weakness'),
    ('row_pair', 'source_row_id'),
    ('row_pair', 'previous_row_id'),
    ('row_change', 'source_row_id'),
    ('changed_field', 'source_row_id', 'field'),
    ('changed_identity', 'source_row_id'),
    ('quarantine', 'source_row_id'),
    ('zeroed_column', 'source', 'table_name', 'batch_date', 'file', 'column_name'),
    ('unread_cell', 'source_row_id', 'column_name'),
    ('unknown_word', 'source', 'table_name', 'batch_date', 'file', 'column_name', 'written'),
]) }}
