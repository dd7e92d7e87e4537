-- Who gets another amount for certain, with all that a page can tell them apart by. `kind` is what
-- becomes of them in every scenario together, so that no scenario taken from another tells of few;
-- and whether the change is the commonest one of its effect, since a count and a sum of rupiah
-- tell how many get which. One row per scenario, programme and person or family.
with

moved as (

    select
        *,
        coalesce(person_id, household_id) as unit_id,
        certain_after - certain_before as change,
        case when certain_after > certain_before then 'more' else 'less' end as direction
    from changed
    where certain_after <> certain_before

),

commonest as (

    select
        scenario,
        programme_id,
        effect,
        change
    from moved
    group by
        scenario,
        programme_id,
        effect,
        change
    qualify
        row_number() over (
            partition by scenario, programme_id, effect
            order by count(*) desc, change
        ) = 1

),

marked as (

    select
        moved.*,
        concat_ws(':', scenario, effect, moved.change = commonest.change) as what

    from moved
    inner join commonest using (scenario, programme_id, effect)

)

select
    * exclude (what),
    string_agg(what, ' ' order by what) over (partition by programme_id, unit_id) as kind
from marked
