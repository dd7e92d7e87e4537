with

stale as (

    select * from {{ ref('source_age') }}
    where is_stale

)

select
    string_agg(
        concat(source, '.', table_name, ' ', age_days), ', '
        order by source, table_name
    ) as stale_sources,
    cast(max(age_days) as integer) as stale_days

from stale
