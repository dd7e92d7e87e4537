{{ config(materialized='view') }}

with

successor as (

    select * from {{ ref('number_successor') }}

),

renumbered as (

    select * from {{ ref('renumbered') }}

)

-- Of several that a number may follow, one is told.
select
    successor.nik,
    successor.former_nik,
    successor.changed_on,
    successor.returned_on,
    successor.no_kk,
    successor.former_no_kk,
    successor.possible_count,
    successor.has_same_birth_date,
    successor.has_same_card,
    successor.has_near_number,
    case
        when successor.possible_count > 1 then 'ambiguous_number'
        when successor.returned_on is not null then 'person_split'
        when renumbered.nik is null then 'ambiguous_number'
        else 'number_corrected'
    end as change_kind,
    successor.former_nik = min(successor.former_nik) over (
        partition by successor.nik, successor.returned_on
    ) as is_told

from successor
left join renumbered
    on
        successor.nik = renumbered.nik
        and successor.former_nik = renumbered.former_nik
