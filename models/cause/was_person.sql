with

state as (

    select * from {{ ref('person_state') }}

),

switched as (

    select
        programme_id,
        unit_id,
        subject_id as person_id,
        {{ map_by('switch_id', 'step', "kind = 'person'") }} as switches

    from {{ ref('fact_switch') }}
    where kind = 'person'
    group by all

)

select
    scenario.programme_id,
    case
        when scenario.unit = 'person' then scenario.state_id
        else concat(scenario.state_id, '/', asked.person_id)
    end as person_id,
    scenario.state_id as household_id,
    {{ facts_at_step(
        'person', 'scenario.step', 'switched.switches', 'not asked.is_then'
    ) }},
    scenario.figures,
    scenario.as_of_date

from {{ ref('scenario') }} as scenario
inner join {{ ref('asked_person') }} as asked
    on
        scenario.programme_id = asked.programme_id
        and scenario.unit_id = asked.unit_id
left join switched
    on
        asked.programme_id = switched.programme_id
        and asked.unit_id = switched.unit_id
        and asked.person_id = switched.person_id
left join state as was
    on asked.person_id = was.person_id and was.phase = 'was'
left join state as aged
    on asked.person_id = aged.person_id and aged.phase = 'aged'
left join state as now
    on asked.person_id = now.person_id and now.phase = 'now'
where
    case
        when
            scenario.step >= switched.switches['member']
            or scenario.step >= scenario.switches['family']
            then asked.is_now
        else asked.is_then
    end
