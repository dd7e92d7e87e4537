with

changed as (

    select * from {{ ref('changed_verdict') }}

),

family as (

    select unit_id as household_id from changed
    where unit = 'household'
    union
    select household_id from {{ ref('person_state') }}

),

kept as (

    {{ of_last_week('week_household_fact') }}

),

was as (

    select
        'was' as phase,
        kept.*
    from kept
    where kept.household_id in (select family.household_id from family)

),

now as (

    select
        'now' as phase,
        fact.*
    from {{ ref('week_household_fact') }} as fact
    where fact.household_id in (select family.household_id from family)

),

grown as (

    select
        household_id,
        {{ facts_of_ageing_members() }}

    from {{ ref('person_state') }} as member
    where phase = 'aged'
    group by household_id

),

aged as (

    select
        was.* exclude (
            phase, has_pregnant_member, pregnant_count, has_child_0_6,
            child_0_6_count, has_elderly_member, elderly_count, as_of_date
        ),
        'aged' as phase,
        grown.* exclude (household_id),
        last_week.as_of_date

    from was
    cross join {{ ref('last_week') }} as last_week
    left join grown
        on was.household_id = grown.household_id

)

select * from was
union all by name
select * from aged
union all by name
select * from now
