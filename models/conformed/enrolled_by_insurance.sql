{{ config(materialized='view') }}

with

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

match as (

    select * from {{ ref('member_match') }}

),

placed as (

    select * from {{ ref('person_household') }}

),

-- The national register holds who the state insures; it has no list of its own.
insured as (

    select
        source_row_id,
        batch_date,
        'pbi_jk' as programme_id

    from member
    where has_central_insurance

    union all

    select
        source_row_id,
        batch_date,
        'pbi_apbd' as programme_id

    from member
    where has_local_insurance

)

select
    insured.programme_id,
    match.person_id,
    max(placed.household_id) as household_id,
    min(insured.source_row_id) as source_row_id,
    min(insured.batch_date) as batch_date,
    min(first_insured.insured_since) as insured_since,
    {{ weakest_method('match.match_method') }} as match_method,
    min(match.score) as match_score

from insured
inner join match
    on insured.source_row_id = match.source_row_id
inner join {{ ref('first_insured') }} as first_insured
    on
        insured.source_row_id = first_insured.source_row_id
        and insured.programme_id = first_insured.programme_id
left join placed
    on match.person_id = placed.person_id
{{ join_weakness('match.match_method') }}
group by
    insured.programme_id,
    match.person_id
