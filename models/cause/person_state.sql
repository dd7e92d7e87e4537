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

told as (

    select
        'was' as phase,
        last_week.as_of_date as today,
        kept.*
    from kept
    cross join {{ ref('last_week') }} as last_week

    union all by name

    select
        'now' as phase,
        *
    from {{ ref('week_person_fact') }}

),

-- A person is judged with a family, and a family with its members.
family as (

    select unit_id as household_id from changed
    where unit = 'household'
    union
    select told.household_id from told
    inner join subject on told.person_id = subject.person_id

),

asked as (

    select * from told
    where
        household_id in (select family.household_id from family)
        or person_id in (select subject.person_id from subject)

),

-- The same facts on the day of today: whoever had a birthday is older.
aged as (

    select
        * exclude (phase, age_years),
        'aged' as phase,
        age_years as was_age_years,
        {{ age_in_years('birth_date', 'today') }} as age_years

    from asked
    where phase = 'was'

),

state as (

    select * from asked

    union all by name

    select
        * exclude (is_pregnant),
        {{ is_pregnant(
            was_listed_as_pregnant('aged', 'was_age_years'),
            may_be_pregnant('sex', 'age_years')
        ) }} as is_pregnant
    from aged

)

select
    state.phase,
    state.person_id,
    state.household_id,
    {{ kept_columns('person', 'state') }},
    state.member_print

from state
