select
    programme_id,
    parameter_id,
    unit,
    try_cast(value as double) as value,
    value as written_value,
    valid_from,
    last_day,
    is_in_force,
    basis,
    status,
    source,
    review_by

from marts.mart_parameter_v2
order by
    programme_id,
    parameter_id,
    valid_from
