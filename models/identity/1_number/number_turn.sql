{{ config(materialized='view') }}

with

seen as (

    select
        *,
        lag(batch_date) over (partition by nik order by batch_date) as seen_before_on,
        lead(batch_date) over (partition by nik order by batch_date) as seen_again_on

    from {{ ref('number_sighting') }}

),

registry_drop as (

    select * from {{ ref('registry_drop') }}

)

select
    seen.nik,
    seen.batch_date,
    seen.no_kk,
    seen.birth_date,
    seen.name_normalised,
    seen.seen_again_on,
    seen.seen_before_on is null
    and registry_drop.previous_batch_date is not null as has_come,
    registry_drop.next_batch_date is not null
    and coalesce(seen.seen_again_on != registry_drop.next_batch_date, true) as has_gone

from seen
inner join registry_drop
    on seen.batch_date = registry_drop.batch_date
