with

scenario as (

    select * from {{ ref('scenario') }}

),

changed as (

    select * from {{ ref('changed_verdict') }}

),

was_objection as (

    {{ of_last_week('week_objection') }}

),

held_then as (

    {{ objections_of('changed', 'was_objection', "'was'") }}

),

held_now as (

    {{ objections_of('changed', ref('week_objection'), "'now'") }}

),

known as (

    select
        coalesce(was.programme_id, now.programme_id) as programme_id,
        coalesce(was.unit_id, now.unit_id) as unit_id,
        coalesce(was.criterion_id, now.criterion_id) as criterion_id,
        was.held as was_held,
        now.held as now_held

    from held_then as was
    full outer join held_now as now
        on
            was.programme_id = now.programme_id
            and was.unit_id = now.unit_id
            and was.criterion_id = now.criterion_id

),

held as (

    select
        scenario.programme_id,
        scenario.unit,
        scenario.state_id,
        known.criterion_id,
        case
            when
                scenario.step
                >= scenario.switches[concat('objection.', known.criterion_id)]
                then known.now_held
            else known.was_held
        end as held

    from scenario
    inner join known
        on
            scenario.programme_id = known.programme_id
            and scenario.unit_id = known.unit_id

)

select
    programme_id,
    case when unit = 'person' then state_id end as person_id,
    state_id as household_id,
    case when held = 'perhaps' then concat(criterion_id, '?') else criterion_id end
        as criterion_id

from held
where held is not null
