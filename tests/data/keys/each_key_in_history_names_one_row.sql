{{ config(group='history') }}

{{ shared_keys([
    ('week_outbox_item', 'item_id'),
    ('week_finding', 'finding_id'),
]) }}
