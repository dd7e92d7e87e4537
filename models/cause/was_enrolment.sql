{{ config(materialized='ephemeral') }}

with

scenario as (

    select * from {{ ref('scenario') }}

)

select
    programme_id,
    case when unit = 'person' then state_id end as person_id,
    state_id as household_id,
    'active' as status

from scenario
where is_enrolled
