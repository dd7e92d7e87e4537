with

claimed as (

    select
        person_id,
        household_id,
        'dukcapil' as source,
        left_on as ends_on

    from {{ ref('resident_match') }}

    union all

    select
        person_id,
        household_id,
        'bps' as source,
        cast(null as date) as ends_on

    from {{ ref('member_match') }}

),

placed as (

    select * from {{ ref('person_household') }}

)

-- The day a membership began is in no source; a null start means "since before the
-- first drop".
select
    claimed.person_id,
    claimed.household_id,
    claimed.source,
    cast(null as date) as starts_on,
    max(claimed.ends_on) as ends_on,
    bool_or(claimed.household_id = placed.household_id) as is_where_placed

from claimed
left join placed
    on claimed.person_id = placed.person_id
where claimed.person_id is not null and claimed.household_id is not null
group by
    claimed.person_id,
    claimed.household_id,
    claimed.source
