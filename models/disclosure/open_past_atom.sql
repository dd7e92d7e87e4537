with

past as (

    select * from {{ source('past', 'week_open_cell') }}
    where kind = 'group'

)

select
    subject,
    programme_id,
    region_code,
    atom,
    cut_kind,
    cut,
    unit_count,
    amount

from past
qualify as_of_date = max(as_of_date) over ()
