{{ config(group='listed') }}

{{ shared_keys([
    ('listed_benefit', 'source_row_id'),
    ('first_listed', 'source_row_id'),
    ('changed_digest', 'compared_id', 'content_digest'),
    ('changed_row', 'source_row_id'),
]) }}
