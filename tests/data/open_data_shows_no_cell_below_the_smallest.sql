select
    cell_id,
    unit_count,
    is_suppressed

from {{ ref('open_shown') }}
where
    table_name != 'mart_programme'
    and (
        unit_count < {{ var('smallest_open_cell') }}
        or (is_suppressed and (unit_count is not null or amount is not null))
        or (not is_suppressed and unit_count is null)
    )
