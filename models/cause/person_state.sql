with

changed as (

    select * from {{ ref('changed_verdict') }}

),

subject as (

    select person_id from changed
    where unit = 'person'

),

kept as (

    {{ of_last_week('week_person_fact') }}

),

fact as (

    select * from {{ ref('week_person_fact') }}

),

-- A person is judged with a family, and a family with its members.
family as (

    select unit_id as household_id from changed
    where unit = 'household'
    union
    select kept.household_id from kept
    inner join subject on kept.person_id = subject.person_id
    union
    select fact.household_id from fact
    inner join subject on fact.person_id = subject.person_id

),

was as (

    select
        'was' as phase,
        last_week.as_of_date as today,
        kept.*

    from kept
    cross join {{ ref('last_week') }} as last_week
    where
        kept.household_id in (select family.household_id from family)
        or kept.person_id in (select subject.person_id from subject)

),

now as (

    select
        'now' as phase,
        fact.*
    from fact
    where
        fact.household_id in (select family.household_id from family)
        or fact.person_id in (select subject.person_id from subject)

),

-- The same facts on the day of today: whoever had a birthday is older.
aged as (

    select
        * exclude (phase, age_years),
        'aged' as phase,
        age_years as was_age_years,
        {{ age_in_years('birth_date', 'today') }} as age_years

    from was

),

grown as (

    select
        * exclude (is_pregnant),
        {{ is_pregnant(
            was_listed_as_pregnant('aged', 'was_age_years'),
            may_be_pregnant('sex', 'age_years')
        ) }} as is_pregnant

    from aged

),

state as (

    select * from was
    union all by name
    select * from grown
    union all by name
    select * from now

)

select
    state.phase,
    state.person_id,
    state.household_id,
    {{ kept_columns('person', 'state') }},
    state.member_print

from state
