{{ config(materialized='view') }}

with

attached as (

    select
        candidate_id,
        source,
        table_name,
        source_row_id,
        person_id,
        household_id,
        match_method,
        score
    from {{ ref('match') }}
    where candidate_id is not null

),

-- Whom people are asked about is attached to nobody yet.
queued as (

    select
        candidate.candidate_id,
        candidate.source,
        candidate.table_name,
        candidate.source_row_id,
        candidate.person_id,
        candidate.household_id,
        'candidate' as match_method,
        candidate.score

    from {{ ref('candidate') }} as candidate
    left join attached
        on candidate.candidate_id = attached.candidate_id
    where attached.candidate_id is null

),

told as (

    select * from attached
    union all
    select * from queued

)

-- A record may stand for several rows of a list, which say the same.
select
    told.candidate_id,
    min(told.source) as source,
    min(told.table_name) as table_name,
    min(told.source_row_id) as source_row_id,
    min(told.person_id) as person_id,
    min(told.household_id) as household_id,
    min(told.match_method) as match_method,
    max(told.score) as score,
    as_of.as_of_date

from told
cross join {{ ref('as_of') }} as as_of
group by
    told.candidate_id,
    as_of.as_of_date
