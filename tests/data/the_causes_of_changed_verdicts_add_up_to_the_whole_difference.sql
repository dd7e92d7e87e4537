{{ config(group='cause') }}

-- Step by step from the verdict of then to that of now: no gap, and nothing left over.
with

changed as (

    select * from {{ ref('changed_verdict') }}

),

step as (

    select
        *,
        lag(verdict) over in_order as previous_verdict,
        lag(coverage) over in_order as coverage_before,
        lag(entitled_amount) over in_order as amount_before,
        row_number() over in_order = 1 as is_first,
        lead(step) over in_order is null as is_last

    from {{ ref('verdict_step') }}
    window in_order as (partition by programme_id, unit_id order by step)

),

followed as (

    select
        changed.programme_id,
        changed.unit_id,
        step.step,
        case
            when step.step is null then 'no step'
            when step.step = {{ last_step() }} then 'unexplained'
            when
                step.is_first
                and (
                    step.was_verdict is distinct from changed.was_verdict
                    or step.was_coverage is distinct from changed.was_coverage
                    or step.was_entitled_amount
                    is distinct from changed.was_entitled_amount
                )
                then 'another beginning'
            when
                not step.is_first
                and (
                    step.was_verdict is distinct from step.previous_verdict
                    or step.was_coverage is distinct from step.coverage_before
                    or step.was_entitled_amount is distinct from step.amount_before
                )
                then 'a gap'
            when
                step.is_last
                and (
                    step.verdict is distinct from changed.verdict
                    or step.coverage is distinct from changed.coverage
                    or step.entitled_amount is distinct from changed.entitled_amount
                )
                then 'another end'
        end as fault

    from changed
    left join step
        on
            changed.programme_id = step.programme_id
            and changed.unit_id = step.unit_id

),

cause as (

    select
        programme_id,
        unit_id,
        count(distinct step) as steps
    from {{ ref('week_verdict_cause') }}
    group by
        programme_id,
        unit_id

),

uncaused as (

    select
        step.programme_id,
        step.unit_id,
        count(*) as step,
        'no cause' as fault

    from step
    left join cause
        on
            step.programme_id = cause.programme_id
            and step.unit_id = cause.unit_id
    group by
        step.programme_id,
        step.unit_id
    having count(*) != coalesce(max(cause.steps), 0)

)

select * from followed
where fault is not null

union all

select * from uncaused
