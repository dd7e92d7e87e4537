select
    programme_id,
    criterion_id,
    position,
    says_indonesian as says_id,
    says_english as says_en,
    condition,
    basis,
    status,
    source,
    is_contestable,
    valid_from,
    {{ add_days('last_day', 1) }} as valid_to,
    rule_digest,
    required,
    as_of_date

from {{ ref('mart_rule', v=2) }}
