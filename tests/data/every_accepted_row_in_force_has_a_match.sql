-- Decisions and answers name a finding or an item, not a person.
with

noted as (

    select * from {{ ref('listed_row') }}
    where table_name not in ('decision', 'answer')

),

match as (

    select source_row_id from {{ ref('match') }}

)

select noted.source_row_id
from noted
left join match
    on noted.source_row_id = match.source_row_id
where match.source_row_id is null
