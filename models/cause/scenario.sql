with

changed as (

    select * from {{ ref('changed_verdict') }}

),

counted as (

    select
        programme_id,
        unit_id,
        max(step) as last_step,
        {{ steps_by('switch_id', "kind in ('unit', 'household')") }} as switches

    from {{ ref('fact_switch') }}
    group by
        programme_id,
        unit_id

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
        unnest(range(1, coalesce(counted.last_step, 2) + 1)) as step

    from changed
    left join counted
        on
            changed.programme_id = counted.programme_id
            and changed.unit_id = counted.unit_id

)

select
    programme_id,
    unit,
    unit_id,
    step,
    concat(unit_id, '/', step) as state_id,
    case when step = 1 then was_on else as_of_date end as as_of_date,
    case
        when step >= switches['is_enrolled'] then now_is_enrolled
        else was_is_enrolled
    end as is_enrolled,
    switches

from stepped
