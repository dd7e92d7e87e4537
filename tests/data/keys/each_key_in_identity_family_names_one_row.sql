{{ config(group='family') }}

{{ shared_keys([
    ('person_card', 'person_id'),
    ('person_record', 'known_id'),
    ('moved_card', 'former_no_kk'),
    ('family_on_wrong_card', 'source_row_id'),
    ('family_unsettled', 'source_row_id'),
    ('family_record', 'record_id'),
    ('family_pair', 'record_id', 'known_id'),
    ('family_score', 'record_id', 'known_id'),
    ('family_candidate', 'candidate_id'),
    ('family_link', 'source_row_id'),
    ('family_place', 'source_row_id'),
    ('family_card', 'no_kk'),
    ('household', 'household_id'),
    ('person_household', 'person_id'),
    ('card_move', 'first_nik', 'batch_date'),
    ('card_holding', 'no_kk', 'batch_date'),
    ('family_change', 'previous_no_kk', 'no_kk', 'batch_date'),
    ('first_card', 'household_id'),
]) }}
