{{ config(group='review') }}

{{ unknown_words([
    (
        'candidate',
        'status',
        ['open', 'same_person', 'different_person', 'contradicted'],
    ),
    (
        'decision_outcome',
        'outcome',
        [
            'obeyed', 'noted', 'overruled', 'contradicted', 'unknown_subject',
            'wrong_kind', 'unreadable',
        ],
    ),
    (
        'identity_change',
        'change_kind',
        [
            'number_corrected', 'person_merged', 'person_split', 'ambiguous_number',
            'card_renewed', 'family_split', 'families_merged', 'moved_family',
        ],
    ),
    ('mart_change', 'change_kind', ['new', 'corrected', 'removed']),
]) }}
