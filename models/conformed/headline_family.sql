with

headline_programme as (

    select
        counted.metric_id,
        counted.programme_id,
        case when metric.needs_both_levels then programme.level else 'any' end as side

    from {{ ref('headline_programme') }} as counted
    inner join {{ ref('headline_metric') }} as metric
        on counted.metric_id = metric.metric_id
    inner join {{ ref('dim_programme') }} as programme
        on counted.programme_id = programme.programme_id
    where metric.unit = 'families'

),

required as (

    select
        metric_id,
        count(distinct side) as side_count

    from headline_programme
    group by metric_id

),

sided as (

    select
        headline_programme.metric_id,
        enrolment.family_key,
        count(distinct headline_programme.side) as side_count

    from {{ ref('fct_enrolment') }} as enrolment
    inner join headline_programme
        on enrolment.programme_id = headline_programme.programme_id
    where enrolment.status != 'cancelled'
    group by all

)

-- A family counts once, however many programmes and rows it is in.
select
    sided.metric_id,
    sided.family_key,
    as_of.as_of_date

from sided
cross join {{ ref('as_of') }} as as_of
inner join required
    on
        sided.metric_id = required.metric_id
        and sided.side_count = required.side_count
