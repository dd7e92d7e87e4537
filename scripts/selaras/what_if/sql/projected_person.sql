-- Everybody on the day of the projection: older by the calendar, some dead, gone, born or come, as
-- drawn. What is no matter of age or life stays as it is known today.
-- One row per person.
with

aged as (

    select
        person.* exclude (age_years, nik, full_name),
        person.age_years as was_age_years,
        {{ age_in_years('person.birth_date', 'horizon.day') }} as age_years,
        horizon.day,
        dies.id is not null as dies,
        goes.id is not null and coalesce(person.is_member, false) as goes

    from selaras.conformed.dim_person as person
    cross join horizon
    left join drawn as dies
        on person.person_id = dies.id and dies.event = 'died'
    left join drawn as goes
        on person.household_id = goes.id and goes.event = 'left'

),

lived as (

    select
        * exclude (was_age_years, day, dies, goes) replace (
            case
                when dies then 'deceased'
                when goes then 'moved_out'
                else life_status
            end as life_status,
            case when dies then false else is_alive end as is_alive,
            case when dies or goes then false else is_member end as is_member,
            case when goes then false else has_jakarta_id end as has_jakarta_id,
            case when goes then false else lives_in_jakarta end as lives_in_jakarta,
            {{ is_pregnant(
                was_listed_as_pregnant('aged', 'was_age_years'),
                may_be_pregnant('sex', 'age_years')
            ) }} as is_pregnant,
            day as as_of_date
        )

    from aged

),

came as (

    select
        lived.* replace (
            concat(lived.person_id, '+') as person_id,
            concat(lived.household_id, '+') as household_id
        )

    from lived
    inner join drawn on lived.household_id = drawn.id and drawn.event = 'came'

),

-- Of a child that is born nothing is known but what goes with its age and its family.
mother as (

    select
        lived.person_id,
        lived.household_id,
        lived.lives_in_jakarta,
        horizon.day,
        horizon.day - cast(floor(
            {{ draw("'born on'", 'lived.person_id') }} * horizon.days
        ) as integer) as birth_date

    from lived
    cross join horizon
    inner join drawn on lived.person_id = drawn.id and drawn.event = 'born'

),

born as (

    select
        concat(person_id, '*') as person_id,
        household_id,
        birth_date,
        {{ age_in_years('birth_date', 'day') }} as age_years,
        'active' as life_status,
        true as is_alive,
        true as is_member,
        lives_in_jakarta,
        false as is_pregnant,
        false as is_in_school,
        false as is_formally_employed,
        false as is_public_servant,
        false as is_state_enterprise_employee,
        false as is_public_pensioner,
        day as as_of_date

    from mother

)

select * from lived
union all by name
select * from came
union all by name
select * from born
