-- Worked out again from the enrolments: every family once, by its resolved key.
with

figure as (

    select metric_id from {{ ref('headline_metric') }}
    where unit = 'families' and not needs_both_levels

),

expected as (

    select
        counted.metric_id,
        count(distinct enrolment.family_key) as figure

    from {{ ref('fct_enrolment') }} as enrolment
    inner join {{ ref('headline_programme') }} as counted
        on enrolment.programme_id = counted.programme_id
    where enrolment.status != 'cancelled'
    group by counted.metric_id

)

select
    headline.metric_id,
    headline.value,
    expected.figure

from {{ ref('mart_headline') }} as headline
inner join figure
    on headline.metric_id = figure.metric_id
left join expected
    on headline.metric_id = expected.metric_id
where headline.value != coalesce(expected.figure, 0)
