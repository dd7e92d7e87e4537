with

figure as (

    select * from {{ ref('trend_figure') }}

),

list_week as (

    {{ every_week('week_source') }}

)

select
    figure.as_of_date,
    figure.measure_id,
    measure.title_indonesian,
    measure.title_english,
    measure.better,
    figure.source,
    figure.table_name,
    figure.programme_id,
    cast(figure.counted as bigint) as counted,
    cast(figure.out_of as bigint) as out_of,
    cast(figure.counted as double) / nullif(figure.out_of, 0) as counted_share,
    case when list_week.is_stale then list_week.age_days end as stale_days,
    today.as_of_date as known_on

from figure
cross join {{ ref('as_of') }} as today
inner join {{ ref('trend_measure') }} as measure
    on figure.measure_id = measure.measure_id
left join list_week
    on
        figure.as_of_date = list_week.as_of_date
        and figure.source = list_week.source
        and figure.table_name = list_week.table_name
