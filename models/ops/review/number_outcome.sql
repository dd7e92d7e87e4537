{{ config(materialized='view') }}

with

candidate as (

    select * from {{ ref('number_candidate') }}

),

renumbered as (

    select * from {{ ref('renumbered') }}

)

-- Of several that a number may follow, one is told.
select
    candidate.nik,
    candidate.former_nik,
    candidate.changed_on,
    candidate.returned_on,
    candidate.no_kk,
    candidate.former_no_kk,
    candidate.candidate_count,
    candidate.has_same_birth_date,
    candidate.has_same_card,
    candidate.has_near_number,
    case
        when candidate.candidate_count > 1 then 'ambiguous_number'
        when candidate.returned_on is not null then 'person_split'
        when renumbered.nik is null then 'ambiguous_number'
        else 'number_corrected'
    end as change_kind,
    candidate.former_nik = min(candidate.former_nik) over (
        partition by candidate.nik, candidate.returned_on
    ) as is_told

from candidate
left join renumbered
    on
        candidate.nik = renumbered.nik
        and candidate.former_nik = renumbered.former_nik
