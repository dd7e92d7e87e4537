-- Decisions name a finding, not a person.
with

noted as (

    select * from {{ ref('listed_row') }}
    where table_name != 'decision'

),

match as (

    select source_row_id from {{ ref('match') }}

)

select noted.source_row_id
from noted
left join match
    on noted.source_row_id = match.source_row_id
where match.source_row_id is null
