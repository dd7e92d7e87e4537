select distinct
    source_row_id,
    asked_role
from {{ ref('placed_item') }}
where source_row_id is not null
