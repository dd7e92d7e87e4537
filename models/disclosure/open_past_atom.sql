with

past as (

    select * from {{ source('past', 'week_open_cell') }}

),

latest as (

    select max(as_of_date) as as_of_date from past

)

select
    past.subject,
    past.programme_id,
    past.region_code,
    past.atom,
    past.cut_kind,
    past.cut,
    past.unit_count,
    past.amount

from past
inner join latest
    on past.as_of_date = latest.as_of_date
where past.kind = 'group'
