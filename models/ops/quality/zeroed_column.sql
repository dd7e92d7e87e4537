with

counted as (

    select * from {{ ref('zeroed_number') }}

)

select
    source,
    table_name,
    batch_date,
    file,
    column_name,
    row_count,
    cast(row_count as double) / number_count as zeroed_share

from counted
where
    number_count >= {{ var('zeroed_least_rows') }}
    and row_count >= {{ var('zeroed_share_threshold') }} * number_count
