with

changed as (

    select * from {{ ref('changed_verdict') }}

),

counted as (

    select
        programme_id,
        unit_id,
        max(step) as last_step,
        {{ map_by('switch_id', 'step', "kind in ('unit', 'household')") }} as switches

    from {{ ref('fact_switch') }}
    group by
        programme_id,
        unit_id

),

of_rule as (

    select
        programme_id,
        max(step) as last_step
    from {{ ref('rule_step') }}
    group by programme_id

),

stepped as (

    select
        changed.programme_id,
        changed.unit,
        changed.unit_id,
        changed.was_on,
        changed.as_of_date,
        coalesce(changed.was_is_enrolled, false) as was_is_enrolled,
        coalesce(changed.is_enrolled, false) as now_is_enrolled,
        counted.switches,
        unnest(range(1, coalesce(counted.last_step, of_rule.last_step) + 1)) as step

    from changed
    inner join of_rule
        on changed.programme_id = of_rule.programme_id
    left join counted
        on
            changed.programme_id = counted.programme_id
            and changed.unit_id = counted.unit_id

)

select
    stepped.programme_id,
    stepped.unit,
    stepped.unit_id,
    stepped.step,
    concat(stepped.unit_id, '/', stepped.step) as state_id,
    case
        when rule_step.is_today is not false then stepped.as_of_date
        else stepped.was_on
    end as as_of_date,
    rule_step.figures,
    case
        when stepped.step >= stepped.switches['is_enrolled']
            then stepped.now_is_enrolled
        else stepped.was_is_enrolled
    end as is_enrolled,
    stepped.switches

from stepped
left join {{ ref('rule_step') }} as rule_step
    on
        stepped.programme_id = rule_step.programme_id
        and stepped.step = rule_step.step
