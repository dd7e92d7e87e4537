{{ config(group='disclosure') }}

{{ shared_keys([
    ('open_family', 'programme_id', 'family_key'),
    ('open_person', 'programme_id', 'person_id'),
    ('open_payment', 'programme_id', 'family_key', 'paid_month'),
    ('open_region', 'region_code', 'region_level'),
    ('open_cell', 'cell_id'),
    ('open_hidden', 'cell_id'),
    ('open_loss', 'table_name', 'region_level'),
    ('open_past_hidden', 'cell_id'),
    (
        'open_count',
        'subject',
        'programme_id',
        'cut_kind',
        'cut',
        'region_level',
        'place_code',
    ),
    ('open_change', 'subject', 'programme_id'),
    ('open_sum', 'sum_id', 'part_id'),
]) }}
