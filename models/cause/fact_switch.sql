with

changed_fact as (

    select * from {{ ref('changed_fact') }}

),

caused as (

    select
        programme_id,
        unit_id,
        kind,
        subject_id,
        fact_id,
        case
            when bool_or(cause_kind = 'data') then 'data'
            else min(cause_kind)
        end as cause_kind

    from {{ ref('fact_cause') }}
    group by
        programme_id,
        unit_id,
        kind,
        subject_id,
        fact_id

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
        programme_id,
        unit_id,
        kind,
        subject_id,
        fact_id,
        concat(fact_id, '@day') as switch_id,
        'time' as cause_kind,
        was_value,
        aged_value as now_value

    from changed_fact
    where was_value is distinct from aged_value

    union all

    select
        changed_fact.programme_id,
        changed_fact.unit_id,
        changed_fact.kind,
        changed_fact.subject_id,
        changed_fact.fact_id,
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
    switch.programme_id,
    switch.unit_id,
    switch.kind,
    switch.subject_id,
    switch.fact_id,
    switch.switch_id,
    switch.cause_kind,
    switch.was_value,
    switch.now_value,
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
