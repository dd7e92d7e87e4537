select
    source_row_id,
    change_kind,
    field

from {{ ref('mart_change') }}
where (change_kind = 'corrected') != (field is not null)
