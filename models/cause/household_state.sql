with

family as (

    select unit_id as household_id from {{ ref('changed_verdict') }}
    where unit = 'household'
    union
    select household_id from {{ ref('person_state') }}

),

kept as (

    {{ of_last_week('week_household_fact') }}

),

told as (

    select
        'was' as phase,
        kept.*
    from kept

    union all by name

    select
        'now' as phase,
        *
    from {{ ref('week_household_fact') }}

),

asked as (

    select * from told
    where household_id in (select family.household_id from family)

),

grown as (

    select
        member.household_id,
        {{ facts_of_ageing_members() }}

    from {{ ref('person_state') }} as member
    where member.phase = 'aged'
    group by member.household_id

),

ageless as (

    select
        * exclude (
            phase, has_pregnant_member, pregnant_count, has_child_0_6,
            child_0_6_count, has_elderly_member, elderly_count
        )
    from asked
    where phase = 'was'

),

state as (

    select * from asked

    union all by name

    select
        'aged' as phase,
        ageless.*,
        grown.has_pregnant_member,
        grown.pregnant_count,
        grown.has_child_0_6,
        grown.child_0_6_count,
        grown.has_elderly_member,
        grown.elderly_count

    from ageless
    left join grown
        on ageless.household_id = grown.household_id

)

select
    state.phase,
    state.household_id,
    {{ kept_columns('household', 'state') }},
    state.family_print

from state
