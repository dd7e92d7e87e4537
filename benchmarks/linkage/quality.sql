-- How well the rows of a town were attached, by us and by hand.
with

attached as (

    select 'compiled' as side, record_id, known_id from list_link
    union all
    select 'by hand' as side, record_id, known_id from by_hand

),

known as (

    select
        count(*) as rows_listed,
        count(right_id) as rows_known
    from truth

)

select
    side,
    any_value(rows_listed),
    any_value(rows_known),
    count(*) as attached,
    count(*) filter (where right_id = known_id) as attached_right

from attached
inner join truth using (record_id)
cross join known
group by side
order by side desc
