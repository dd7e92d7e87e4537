{{ config(materialized='view') }}

with

side as (

    select
        side.*,
        side.is_programme and verdict.subject_id is null as has_left

    from {{ ref('gone_side') }} as side
    left join {{ ref('verdict_at_closing') }} as verdict
        on
            side.side = verdict.programme_id
            and side.subject_id = verdict.subject_id
            and side.closed_on = verdict.closed_on

),

ranked as (

    select
        *,
        bool_or(has_left) over (partition by case_id) as some_left,
        bool_or(not is_programme) over (partition by case_id) as some_register,
        count(*) over (partition by case_id) as side_count
    from side

)

-- Which side changed: what left its list; else the register, whose word is another now;
-- else the only list that there was, whose rows are others.
select
    case_id,
    string_agg(side, ', ' order by side) as sides,
    string_agg(distinct source, ', ' order by source) as sources,
    bool_or(has_left) as has_left

from ranked
where
    case
        when some_left then has_left
        when cause = 'verdict' then false
        when some_register then not is_programme
        else side_count = 1
    end
group by case_id
