with

past as (

    select * from {{ source('past', 'week_open_cell') }}

),

latest as (

    select max(as_of_date) as as_of_date from past

)

select
    past.cell_id,
    past.is_hidden

from past
inner join latest
    on past.as_of_date = latest.as_of_date
where past.kind = 'cell'
