select
    programme_id,
    parameter_id,
    unit,
    value,
    valid_from,
    {{ add_days('last_day', 1) }} as valid_to,
    is_in_force,
    basis,
    status,
    source,
    review_by,
    rule_digest,
    as_of_date

from {{ ref('mart_parameter', v=2) }}
