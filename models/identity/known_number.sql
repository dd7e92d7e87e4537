{{ config(materialized='view') }}

with

person as (

    select * from {{ ref('person') }}
    where nik is not null

)

select
    nik,
    person_id,
    nik as nik_in_force

from person

union all

select
    renumbered.former_nik as nik,
    person.person_id,
    person.nik as nik_in_force

from {{ ref('renumbered') }} as renumbered
inner join person
    on renumbered.last_nik = person.nik
