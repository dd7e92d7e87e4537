with

gone as (

    select * from {{ ref('gone_case') }}

),

side as (

    select
        *,
        bool_or(has_left) over (partition by case_id) as some_left
    from {{ ref('gone_side') }}

),

-- Where a side has left, what else changed did not close the case.
changed as (

    select
        case_id,
        string_agg(side, ', ' order by side) as sides,
        string_agg(distinct source, ', ' order by source) as sources

    from side
    where case when some_left then has_left else has_changed end
    group by case_id

),

cleared as (

    select
        case_id,
        string_agg(distinct criterion_id, ', ' order by criterion_id) as criteria,
        string_agg(distinct asked_of, ', ' order by asked_of) as agencies

    from {{ ref('cleared_criterion') }}
    group by case_id

),

rule_in_force as (

    select distinct overlap_rule.overlap_id as rule_id
    from {{ ref('overlap_rule') }} as overlap_rule
    cross join {{ ref('as_of') }} as as_of
    where
        overlap_rule.valid_from is null
        or {{ in_force('as_of.as_of_date') }}

)

select
    gone.case_id,
    case
        when changed.case_id is not null then 'source'
        when cleared.case_id is not null then 'facts'
        when gone.cause = 'verdict' then 'finding'
        when rule_in_force.rule_id is null then 'rule'
        else 'time'
    end as closed_because,
    case when changed.case_id is null then cleared.criteria else changed.sides end
        as closed_side,
    case when changed.case_id is null then cleared.agencies else changed.sources end
        as closed_source

from gone
left join changed
    on gone.case_id = changed.case_id
left join cleared
    on gone.case_id = cleared.case_id
left join rule_in_force
    on gone.rule_id = rule_in_force.rule_id

union all

select
    case_id,
    closed_because,
    closed_side,
    closed_source
from {{ ref('known_case') }}
where closed_on is not null
