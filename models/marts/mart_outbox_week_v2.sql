with

item as (

    select * from {{ ref('mart_outbox') }}

),

agency as (

    select * from {{ ref('dim_agency') }}

)

-- By the week in which each item was sent first.
select
    item.agency_id,
    agency.title_indonesian as agency_indonesian,
    agency.title_english as agency_english,
    item.first_sent_on as week_on,
    item.kind,
    count(*) as items,
    count(*) filter (where item.state = 'agreed') as agreed,
    count(*) filter (where item.state = 'not_yet_corrected') as not_yet_corrected,
    count(*) filter (where item.state = 'rejected') as rejected,
    count(*) filter (where item.state = 'already_corrected') as already_corrected,
    count(*) filter (where item.state = 'corrected') as corrected,
    count(*) filter (where item.state = 'unanswered') as unanswered,
    count(*) filter (where item.state = 'no_longer_asked') as no_longer_asked,
    avg(item.days_to_answer) as average_days_to_answer,
    avg(item.days_until_gone) as average_days_until_gone,
    cast(sum(item.monthly_amount) as bigint) as monthly_amount,
    cast(sum(item.monthly_amount) filter (where item.gone_on is not null) as bigint)
        as monthly_amount_gone,
    item.as_of_date,
    item.stale_sources,
    item.stale_days

from item
left join agency
    on item.agency_id = agency.agency_id
group by
    item.agency_id,
    agency.title_indonesian,
    agency.title_english,
    item.first_sent_on,
    item.kind,
    item.as_of_date,
    item.stale_sources,
    item.stale_days
