-- How much an answer settles in a programme: open verdicts that come to an end whatever the
-- answer is, or only if it is a certain one, the rupiah a month that are possible until then, and
-- the findings of overlap of which it settles a side.
-- Of several members one question each counts once, the one that settles most.
-- One row per fact, or pair of facts.
with

best as (

    select
        situation_id,
        first_label,
        second_label,
        bool_or(always) as always,
        bool_or(sometimes) as sometimes

    from settled
    group by all

)

select
    $programme as programme_id,
    best.first_label as fact,
    best.second_label as with_fact,
    cast(sum(situation.verdicts) as bigint) as asked,
    cast(sum(situation.verdicts) filter (where best.always) as bigint) as settles,
    cast(sum(situation.verdicts) filter (where best.sometimes) as bigint) as may_settle,
    cast(sum(situation.possible_amount) filter (where best.always) as bigint) as rupiah,
    cast(sum(situation.overlap_count) filter (where best.always) as bigint) as overlap_count

from best
inner join situation on best.situation_id = situation.situation_id
group by all
