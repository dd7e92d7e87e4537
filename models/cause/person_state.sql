with

changed as (

    select * from {{ ref('changed_verdict') }}

),

family as (

    select household_id from changed
    union
    select was_household_id from changed

),

subject as (

    select person_id from changed
    where unit = 'person'

),

kept as (

    {{ of_last_week('week_person_fact') }}

),

was as (

    select
        'was' as phase,
        kept.*
    from kept
    where
        kept.household_id in (select family.household_id from family)
        or kept.person_id in (select subject.person_id from subject)

),

now as (

    select
        'now' as phase,
        fact.*
    from {{ ref('week_person_fact') }} as fact
    where
        fact.household_id in (select family.household_id from family)
        or fact.person_id in (select subject.person_id from subject)

),

-- The same facts on the day of today: whoever had a birthday is older.
aged as (

    select
        was.* exclude (phase, age_years, as_of_date),
        'aged' as phase,
        {{ age_in_years('was.birth_date', 'last_week.as_of_date') }} as age_years,
        was.age_years as was_age_years,
        last_week.as_of_date

    from was
    cross join {{ ref('last_week') }} as last_week

),

grown as (

    select
        aged.* exclude (is_pregnant, was_age_years),
        {{ is_pregnant(
            was_listed_as_pregnant('aged', 'was_age_years'),
            may_be_pregnant('aged.sex', 'aged.age_years')
        ) }} as is_pregnant

    from aged

)

select * from was
union all by name
select * from grown
union all by name
select * from now
