with

scenario as (

    select * from {{ ref('scenario') }}

),

asked as (

    select * from {{ ref('asked_household') }}

),

state as (

    select * from {{ ref('household_state') }}

)

select
    scenario.programme_id,
    scenario.state_id as household_id,
    {{ facts_at_step(
        'household', 'scenario.step', 'scenario.switches', 'not asked.is_then'
    ) }},
    scenario.figures,
    scenario.as_of_date

from scenario
inner join asked
    on
        scenario.programme_id = asked.programme_id
        and scenario.unit_id = asked.unit_id
left join state as was
    on asked.was_household_id = was.household_id and was.phase = 'was'
left join state as aged
    on asked.was_household_id = aged.household_id and aged.phase = 'aged'
left join state as now
    on asked.household_id = now.household_id and now.phase = 'now'
where
    asked.unit = 'person'
    or case
        when scenario.step >= scenario.switches['family'] then asked.is_now
        else asked.is_then
    end
