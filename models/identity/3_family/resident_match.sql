{{ config(materialized='view') }}

with

resident as (

    select * from {{ ref('stg_dukcapil__resident') }}

),

person as (

    select * from {{ ref('person') }}

),

card as (

    select * from {{ ref('family_card') }}

)

select
    resident.source_row_id,
    resident.batch_date,
    'dukcapil' as source,
    'resident' as table_name,
    resident.file,
    resident.line,
    'member' as role,
    person.person_id,
    card.household_id,
    case
        when person.person_id is null then 'unmatched'
        when resident.nik is not null and resident.nik_repair is null then 'exact'
        else 'repaired'
    end as match_method,
    case when person.person_id is not null then 1 end as score,
    case when card.household_id is null then 'unmatched' else 'exact' end
        as household_match_method,
    case
        when
            resident.life_status in ('deceased', 'moved_out')
            and resident.life_status_on <= as_of.as_of_date
            then resident.life_status_on
    end as left_on

from resident
cross join {{ ref('as_of') }} as as_of
left join {{ ref('resident_number') }} as found
    on resident.source_row_id = found.source_row_id
left join person
    on coalesce(resident.nik, found.nik) = person.nik
left join card
    on resident.no_kk = card.no_kk
