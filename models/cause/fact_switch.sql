with

changed_fact as (

    select * from {{ ref('changed_fact') }}

),

caused as (

    select
        {{ same_fact('cause') }},
        case
            when bool_or(cause_kind = 'data') then 'data'
            else min(cause_kind)
        end as cause_kind

    from {{ ref('fact_cause') }} as cause
    group by all

),

of_rule as (

    select
        programme_id,
        max(step) as last_step
    from {{ ref('rule_step') }}
    group by programme_id

),

-- A birthday comes first, whatever else became of the same fact.
switch as (

    select
        {{ same_fact('changed_fact') }},
        concat(changed_fact.fact_id, '@day') as switch_id,
        'time' as cause_kind,
        changed_fact.was_value,
        changed_fact.aged_value as now_value

    from changed_fact
    where changed_fact.was_value is distinct from changed_fact.aged_value

    union all

    select
        {{ same_fact('changed_fact') }},
        changed_fact.fact_id as switch_id,
        caused.cause_kind,
        changed_fact.aged_value as was_value,
        changed_fact.now_value

    from changed_fact
    inner join caused
        on {{ is_same_fact('changed_fact', 'caused') }}
    where changed_fact.aged_value is distinct from changed_fact.now_value

)

-- Behind the steps of the rules and their days, facts follow one by one.
select
    switch.*,
    of_rule.last_step + row_number() over (
        partition by switch.programme_id, switch.unit_id
        order by
            case switch.cause_kind when 'time' then 1 when 'linkage' then 2 else 3 end
            asc,
            switch.kind asc,
            switch.fact_id asc,
            switch.switch_id desc,
            switch.subject_id asc
    ) as step

from switch
inner join of_rule
    on switch.programme_id = of_rule.programme_id
