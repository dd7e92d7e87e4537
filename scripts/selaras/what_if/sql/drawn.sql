-- Who dies, bears a child, leaves or is joined by a family alike until the day of the projection:
-- a digest of seed, event and id is the draw of each, so nobody else's changes it.
-- One row per event and person or family.
with

person as (

    select
        person.*,
        coalesce(age.age_group, 'unknown') as age_group

    from selaras.conformed.dim_person as person
    left join selaras.reference.open_age_group as age
        on person.age_years between age.from_age and age.to_age
    where person.is_member

),

at_risk as (

    select 'died' as event, age_group, person_id as id from person
    where is_alive

    union all

    select 'born' as event, 'all' as age_group, person_id as id from person
    where {{ may_be_pregnant('sex', 'age_years') }}

    union all

    select each.event, 'all' as age_group, household.household_id as id
    from selaras.conformed.dim_household as household
    cross join (values ('left'), ('came')) as each (event)

)

select
    at_risk.event,
    at_risk.id

from at_risk
cross join horizon
inner join rate
    on at_risk.event = rate.event and at_risk.age_group = rate.age_group
where
    {{ draw('at_risk.event', 'at_risk.id') }}
    < 1 - exp(-rate.rate_a_year * horizon.years)
