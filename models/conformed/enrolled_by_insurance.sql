{{ config(materialized='view') }}

with

insured as (

    select * from {{ ref('listed_mark') }}

),

match as (

    select * from {{ ref('match') }}
    where role = 'member'

),

placed as (

    select * from {{ ref('person_household') }}

)

-- The national register holds who the state insures; it has no list of its own.
select
    insured.programme_id,
    match.person_id,
    max(placed.household_id) as household_id,
    min(insured.source_row_id) as source_row_id,
    min(insured.batch_date) as batch_date,
    min(first_marked.marked_since) as insured_since,
    {{ weakest_method('match.match_method') }} as match_method,
    min(match.score) as match_score

from insured
inner join match
    on insured.source_row_id = match.source_row_id
inner join {{ ref('first_marked') }} as first_marked
    on
        insured.source_row_id = first_marked.source_row_id
        and insured.programme_id = first_marked.programme_id
left join placed
    on match.person_id = placed.person_id
{{ join_weakness('match.match_method') }}
group by
    insured.programme_id,
    match.person_id
