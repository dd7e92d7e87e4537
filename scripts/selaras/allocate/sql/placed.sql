-- Everybody with the place they got or the place they have in the queue. `state`: `place`,
-- `waiting`, `open` (a fact is missing, so that nobody knows whether they are entitled) or
-- `no_amount` (entitled to nobody knows how much). `closed_by` names the limits that left them
-- waiting. One row per programme and person or family.
select
    ranked.* exclude (may_be_served, lot, class),
    case
        when not ranked.is_entitled then 'open'
        when not ranked.may_be_served then 'no_amount'
        when chosen.served then 'place'
        else 'waiting'
    end as state,
    closed.closed_by,
    case
        when ranked.may_be_served and not chosen.served
            then row_number() over (
                partition by ranked.may_be_served and not chosen.served
                order by ranked.position
            )
    end as waiting_position,
    ranked.lot

from ranked
left join chosen on ranked.position = chosen.position
left join closed on ranked.class = closed.class and not chosen.served
