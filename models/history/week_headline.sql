with

metric as (

    select * from {{ ref('headline_metric') }}

),

counted as (

    select
        metric_id,
        count(*) as figure

    from {{ ref('headline_family') }}
    group by metric_id

    union all

    select
        metric_id,
        sum(amount) as figure

    from {{ ref('headline_payment') }}
    group by metric_id

)

select
    metric.metric_id,
    cast(coalesce(counted.figure, 0) as bigint) as value,
    carried_forward.stale_days,
    as_of.as_of_date

from metric
cross join {{ ref('carried_forward') }} as carried_forward
cross join {{ ref('as_of') }} as as_of
left join counted
    on metric.metric_id = counted.metric_id
