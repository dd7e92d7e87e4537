with

-- A row that its number attached to a person is asked only where its register repeats
-- the number under another name.
asked as (

    select source_row_id from {{ ref('match') }}
    where role != 'family' and (person_id is null or match_method != 'exact')
    union
    {{ rows_of_repeated_number(ref('stg_bps__dtsen_member')) }}
    union
    {{ rows_of_repeated_number(ref('stg_dukcapil__resident')) }}

),

carried as (

    {{ carried_number(ref('list_row_number'), 'carrier.role') }}
    union all
    {{ carried_number(ref('stg_bps__dtsen_member'), "'member'") }}
    union all
    {{ carried_number(ref('stg_dukcapil__resident'), "'member'") }}

)

select
    carried.*,
    named.source,
    named.table_name,
    named.batch_date,
    named.person_id

from carried
inner join {{ ref('match') }} as named
    on
        carried.source_row_id = named.source_row_id
        and carried.role = named.role
