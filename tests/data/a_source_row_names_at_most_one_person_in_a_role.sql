select
    source_row_id,
    role

from {{ ref('match') }}
group by
    source_row_id,
    role
having count(*) > 1
