with

asked as (

    select source_row_id from {{ ref('number_of_another') }}
    union
    select owner_row_id as source_row_id from {{ ref('number_of_another') }}
    union
    select source_row_id from {{ ref('double_row') }}

)

-- Told by the number and the name as the register wrote them.
select
    written.source_row_id,
    min(earlier.batch_date) as first_written_on

from {{ ref('register_row') }} as written
inner join asked
    on written.source_row_id = asked.source_row_id
inner join {{ ref('register_row') }} as earlier
    on
        written.source = earlier.source
        and written.number_as_written = earlier.number_as_written
        and written.name_as_written = earlier.name_as_written
group by written.source_row_id
