-- Worked out again from the lists as staged: every family once, by its resolved key.
with

regular as (

    select distinct family_key
    from {{ ref('fct_enrolment') }}
    where programme_id in ('pkh', 'sembako') and status != 'cancelled'

),

temporary as (

    select distinct family_key
    from {{ ref('fct_enrolment') }}
    where programme_id = 'blts' and status != 'cancelled'

),

expected as (

    select 'regular_families' as metric_id, (select count(*) from regular) as figure
    union all
    select 'temporary_cash_families', (select count(*) from temporary)
    union all
    select
        'all_families',
        (select count(*) from (select * from regular union select * from temporary) as families)

)

select
    headline.metric_id,
    headline.value,
    expected.figure

from {{ ref('mart_headline') }} as headline
inner join expected
    on headline.metric_id = expected.metric_id
where headline.value != expected.figure
