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

-- Steps 1 and 2 are the rules and the days of their figures; facts follow one by one.
select
    programme_id,
    unit_id,
    kind,
    subject_id,
    fact_id,
    switch_id,
    cause_kind,
    was_value,
    now_value,
    2 + row_number() over (
        partition by programme_id, unit_id
        order by
            case cause_kind when 'time' then 1 when 'linkage' then 2 else 3 end
            asc,
            kind asc,
            fact_id asc,
            switch_id desc,
            subject_id asc
    ) as step

from switch
