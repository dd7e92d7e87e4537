-- How well the rows of a town were attached, by us and by hand.
with

attached as (

    select
        'compiled' as side,
        record_id,
        known_id
    from list_candidate
    where match_method is not null

    union all

    select
        'by hand' as side,
        record_id,
        known_id
    from by_hand

)

select
    attached.side,
    (select count(truth.right_id) from truth) as rows_known,
    count(*) as attached,
    count(*) filter (where truth.right_id = attached.known_id) as attached_right

from attached
inner join truth on attached.record_id = truth.record_id
group by attached.side
order by attached.side desc
