with

identity_change as (

    select * from {{ ref('identity_change') }}
    where change_kind = 'card_renewed'

),

last_week as (

    select * from {{ ref('last_week') }}

),

known_then as (

    select past_fact.household_id
    from {{ source('past', 'week_household_fact') }} as past_fact
    inner join last_week
        on past_fact.as_of_date = last_week.was_on

)

-- The same family, which nobody entered or left.
select
    identity_change.previous_household_id as was_household_id,
    identity_change.household_id

from identity_change
inner join last_week
    on identity_change.batch_date > last_week.was_on
inner join known_then
    on identity_change.previous_household_id = known_then.household_id
inner join {{ ref('week_household_fact') }} as known_now
    on identity_change.household_id = known_now.household_id
left join known_then as also_then
    on identity_change.household_id = also_then.household_id
left join {{ ref('week_household_fact') }} as also_now
    on identity_change.previous_household_id = also_now.household_id
where also_then.household_id is null and also_now.household_id is null
