-- Every family on the day of the projection, without what follows from its members.
-- One row per family.
with

family as (

    select
        household.* exclude (no_kk) replace (
            case when goes.id is not null then false else household.lives_in_jakarta end
                as lives_in_jakarta,
            horizon.day as as_of_date
        ),
        comes.id is not null as comes

    from selaras.conformed.dim_household as household
    cross join horizon
    left join drawn as goes
        on household.household_id = goes.id and goes.event = 'left'
    left join drawn as comes
        on household.household_id = comes.id and comes.event = 'came'

)

select * exclude (comes) from family

union all by name

select * exclude (comes) replace (concat(household_id, '+') as household_id) from family
where comes
