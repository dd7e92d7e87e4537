-- Three pairs to learn from: the surest that was attached, the one in the queue whose people
-- are hardest to tell apart, and the surest that stays under the threshold.
with

wanted as (

    select
        *,
        case
            when outcome = 'attached' then 'best'
            when outcome = 'queued' and score >= $match then 'queued'
            when outcome = 'queued' and has_required then 'under'
        end as example

    from pair

)

select *

from wanted
where example is not null
qualify row_number() over (
    partition by example
    order by has_required desc, match_weight desc, candidate_id asc
) = 1
order by case example when 'best' then 1 when 'queued' then 2 else 3 end
