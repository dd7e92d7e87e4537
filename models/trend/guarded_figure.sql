{{ config(materialized='view') }}

with

aid as (

    {{ every_week('week_aid') }}

),

list_figure as (

    select * from {{ ref('trend_figure') }}
    where measure_id in ('usable_number', 'matched')

)

select
    as_of_date,
    'programme_families' as measure_id,
    programme_id as subject_id,
    cast(sum(family_count) as double) as counted,
    cast(null as double) as out_of
from aid
group by
    as_of_date,
    programme_id

union all

select
    as_of_date,
    'programme_money' as measure_id,
    programme_id as subject_id,
    cast(sum(monthly_amount) as double) as counted,
    cast(null as double) as out_of
from aid
group by
    as_of_date,
    programme_id

union all

select
    as_of_date,
    measure_id,
    concat(source, '.', table_name) as subject_id,
    cast(counted as double) as counted,
    cast(out_of as double) as out_of
from list_figure
