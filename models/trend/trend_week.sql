with

week as (

    {{ every_week('week_source') }}

)

select
    as_of_date,
    lag(as_of_date) over (order by as_of_date) as previous_date,
    lead(as_of_date) over (order by as_of_date) as next_date

from week
group by as_of_date
