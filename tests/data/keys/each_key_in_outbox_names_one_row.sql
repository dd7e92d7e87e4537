{{ config(group='outbox') }}

{{ shared_keys([
    ('entitled', 'agency_id'),
    ('told_by', 'person_id'),
    ('card_told_by', 'household_id'),
    ('programme_side', 'cause_id'),
    ('cause_row', 'cause_id'),
    ('open_cause', 'cause_id'),
    ('leaked_reason', 'programme_id', 'observed'),
    ('item_text', 'text_id'),
    ('shown_criterion', 'programme_id', 'criterion_id'),
    ('shown_benefit', 'programme_id'),
    ('own_row', 'agency_id', 'subject_id'),
    ('known_item', 'item_id'),
    ('wanted_row', 'source_row_id', 'asked_role'),
    ('asked_row', 'source_row_id', 'asked_role'),
    ('placed_item', 'item_id'),
    ('list_came', 'agency_id', 'source', 'table_name'),
    ('followed_item', 'item_id'),
    ('item', 'item_id'),
]) }}
