{{ config(group='review') }}

{{ shared_keys([
    ('weighed_candidate', 'candidate_id'),
    ('candidate', 'candidate_id'),
    ('decision_outcome', 'source_row_id'),
    ('card_move', 'first_nik', 'batch_date'),
    ('card_holding', 'no_kk', 'batch_date'),
    ('family_change', 'previous_no_kk', 'no_kk', 'batch_date'),
    ('identity_change', 'change_id'),
    ('member_block', 'blocking_rule'),
    ('family_block', 'blocking_rule'),
    ('list_block', 'blocking_rule'),
]) }}
