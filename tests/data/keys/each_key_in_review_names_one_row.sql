{{ config(group='review') }}

{{ shared_keys([
    ('weighed_candidate', 'candidate_id'),
    ('candidate', 'candidate_id'),
    ('decision_outcome', 'source_row_id'),
    ('identity_change', 'change_id'),
    ('member_block', 'blocking_rule'),
    ('family_block', 'blocking_rule'),
    ('list_block', 'blocking_rule'),
]) }}
