-- Worked out again from the enrolments: every family once, by its resolved key.
with

listed as (

    select distinct
        family_key,
        programme_id

    from {{ ref('fct_enrolment') }}
    where programme_id in ('pkh', 'sembako', 'blts') and status != 'cancelled'

),

expected as (

    select
        'regular_families' as metric_id,
        count(distinct family_key) as figure
    from listed
    where programme_id in ('pkh', 'sembako')

    union all

    select
        'temporary_cash_families' as metric_id,
        count(distinct family_key) as figure
    from listed
    where programme_id = 'blts'

    union all

    select
        'all_families' as metric_id,
        count(distinct family_key) as figure
    from listed

)

select
    headline.metric_id,
    headline.value,
    expected.figure

from {{ ref('mart_headline') }} as headline
inner join expected
    on headline.metric_id = expected.metric_id
where headline.value != expected.figure
