-- How often what happened in the landed weeks happens in a year: deaths by age, births to women of
-- childbearing age, families that leave the province and families that come. Those who live today
-- stand for those of all weeks. `event` has one row per death and age group, and one row each else.
with

change as (

    select * from week_family_change
    where change_kind in ('died', 'born', 'moved_out', 'became_known')

),

person as (

    select
        person.*,
        coalesce(age.age_group, 'unknown') as age_group

    from selaras.conformed.dim_person as person
    left join selaras.reference.open_age_group as age
        on person.age_years between age.from_age and age.to_age

),

-- Whoever became known in a family that was known before is no family that came.
came as (

    select change.household_id
    from change
    inner join person
        on change.household_id = person.household_id
    where change.change_kind = 'became_known'
    group by change.household_id
    having count(distinct change.person_id) = count(distinct person.person_id)

),

happened as (

    select
        'died' as event,
        person.age_group,
        count(distinct change.person_id) as events
    from change
    inner join person on change.person_id = person.person_id
    where change.change_kind = 'died'
    group by person.age_group

    union all

    select 'born' as event, 'all' as age_group, count(distinct person_id) as events
    from change
    where change_kind = 'born'

    union all

    select 'left' as event, 'all' as age_group, count(distinct household_id) as events
    from change
    where change_kind = 'moved_out'

    union all

    select 'came' as event, 'all' as age_group, count(*) as events
    from came

),

exposed as (

    select 'died' as event, age_group, count(*) as exposed
    from person
    where is_member
    group by age_group

    union all

    select 'born' as event, 'all' as age_group, count(*) as exposed
    from person
    where is_member and {{ may_be_pregnant('sex', 'age_years') }}

    union all

    select each.event, 'all' as age_group, count(*) as exposed
    from selaras.conformed.dim_household
    cross join (values ('left'), ('came')) as each (event)
    group by each.event

)

select
    exposed.event,
    exposed.age_group,
    coalesce(happened.events, 0) as events,
    exposed.exposed * observed.days / 365.25 as years_at_risk,
    coalesce(happened.events, 0) / nullif(exposed.exposed * observed.days / 365.25, 0)
        as rate_a_year

from exposed
cross join observed
left join happened
    on exposed.event = happened.event and exposed.age_group = happened.age_group
order by exposed.event, exposed.age_group
