with

placed as (

    select * from {{ ref('register_row') }}

),

membership as (

    select * from {{ ref('family_membership') }}
    where ends_on is null

),

doubled as (

    select
        person_id,
        source

    from membership
    group by all
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
group by all
having count(distinct placed.card_as_written) > 1
