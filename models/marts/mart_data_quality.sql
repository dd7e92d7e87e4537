with

quality as (

    select * from {{ ref('week_quality') }}

)

select
    source,
    table_name,
    kind,
    issue,
    row_count,
    as_of_date,
    stale_days

from quality
