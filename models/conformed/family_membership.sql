with

claimed as {{ kept() }} (

    select
        person_id,
        household_id,
        'dukcapil' as source,
        left_on as ends_on

    from {{ ref('resident_match') }}
    where person_id is not null and household_id is not null

    union all

    select
        person_id,
        household_id,
        'bps' as source,
        cast(null as date) as ends_on

    from {{ ref('member_match') }}
    where person_id is not null and household_id is not null

),

placed as (

    select * from {{ ref('person_household') }}

),

-- Nearly everybody is claimed by the family alone in which they are placed.
elsewhere as (

    select distinct claimed.person_id

    from claimed
    left join placed
        on claimed.person_id = placed.person_id
    where claimed.household_id is distinct from placed.household_id

)

-- The day a membership began is in no source; a null start means "since before the
-- first drop".
select
    claimed.person_id,
    claimed.household_id,
    claimed.source,
    cast(null as date) as starts_on,
    max(claimed.ends_on) as ends_on

from elsewhere
inner join claimed
    on elsewhere.person_id = claimed.person_id
group by
    claimed.person_id,
    claimed.household_id,
    claimed.source
