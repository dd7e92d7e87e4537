with

placed as (

    select * from {{ ref('register_row') }}

),

membership as (

    select * from {{ ref('family_membership') }}
    where ends_on is null

),

-- Of two families, at least one is not where the person is placed: few are looked at.
elsewhere as (

    select distinct person_id
    from membership
    where coalesce(not is_where_placed, true)

),

doubled as (

    select
        person_id,
        source

    from membership
    where person_id in (select elsewhere.person_id from elsewhere)
    group by
        person_id,
        source
    having min(household_id) != max(household_id)

),

written as (

    select distinct
        doubled.person_id,
        doubled.source,
        placed.number_as_written

    from doubled
    inner join {{ ref('match') }} as named
        on
            doubled.person_id = named.person_id
            and doubled.source = named.source
            and named.role = 'member'
    inner join placed
        on named.source_row_id = placed.source_row_id

)

-- The first drop in which the numbers of the doubled person stood on two cards.
select
    written.person_id,
    written.source,
    placed.batch_date

from written
inner join placed
    on written.number_as_written = placed.number_as_written
group by
    written.person_id,
    written.source,
    placed.batch_date
having count(distinct placed.card_as_written) > 1
