with

listed_row as (

    select * from {{ ref('listed_row') }}
    where unread is not null

),

cell as (

    select
        source_row_id,
        source,
        table_name,
        batch_date,
        file,
        line,
        unnest(string_split(unread, chr(30))) as told
    from listed_row

)

select
    source_row_id,
    source,
    table_name,
    batch_date,
    file,
    line,
    split_part(told, chr(31), 1) as note,
    split_part(told, chr(31), 2) as column_name,
    split_part(told, chr(31), 3) as written
from cell
