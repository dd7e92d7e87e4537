-- What two reforms do together beyond what each does alone: the amounts that neither explains.
-- One row per pair of reforms and programme.
with

change as (

    select
        scenario,
        programme_id,
        gains - loses as more_entitled,
        certain_after - certain_before as certain_change,
        possible_after - possible_before as possible_change

    from total

)

select
    scenario.scenario,
    scenario.first_reform,
    scenario.second_reform,
    together.programme_id,
    coalesce(first.certain_change, 0) as first_certain_change,
    coalesce(second.certain_change, 0) as second_certain_change,
    together.certain_change as both_certain_change,
    together.certain_change
    - coalesce(first.certain_change, 0)
    - coalesce(second.certain_change, 0) as certain_interaction,
    together.possible_change
    - coalesce(first.possible_change, 0)
    - coalesce(second.possible_change, 0) as possible_interaction,
    together.more_entitled
    - coalesce(first.more_entitled, 0)
    - coalesce(second.more_entitled, 0) as entitled_interaction

from scenario
inner join change as together
    on scenario.scenario = together.scenario
left join change as first
    on scenario.first_reform = first.scenario and together.programme_id = first.programme_id
left join change as second
    on
        scenario.second_reform = second.scenario
        and together.programme_id = second.programme_id
where scenario.first_reform is not null
order by scenario.position, together.programme_id = 'all', together.programme_id
