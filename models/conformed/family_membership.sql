with

resident as (

    select * from {{ ref('stg_dukcapil__resident') }}

),

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

match as (

    select * from {{ ref('match') }}
    where role = 'member' and source in ('dukcapil', 'bps')

),

placed as (

    select * from {{ ref('person_household') }}

),

claimed as (

    select
        source_row_id,
        'dukcapil' as source,
        case when life_status in ('deceased', 'moved_out') then life_status_on end
            as ends_on

    from resident
    where no_kk is not null

    union all

    select
        source_row_id,
        'bps' as source,
        cast(null as date) as ends_on

    from member
    where no_kk is not null

)

-- The day a membership began is in no source; a null start means "since before the
-- first drop".
select
    match.person_id,
    match.household_id,
    claimed.source,
    cast(null as date) as starts_on,
    max(claimed.ends_on) as ends_on,
    bool_or(match.household_id = placed.household_id) as is_in_force

from claimed
inner join match
    on claimed.source_row_id = match.source_row_id
left join placed
    on match.person_id = placed.person_id
where match.person_id is not null and match.household_id is not null
group by
    match.person_id,
    match.household_id,
    claimed.source
