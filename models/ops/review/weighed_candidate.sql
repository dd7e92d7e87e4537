{{ config(materialized='view') }}

with

weighed as (

    select
        'member' as linkage_stage,
        *
    from {{ ref('member_candidate') }}

    union all by name

    select
        'family' as linkage_stage,
        *
    from {{ ref('family_candidate') }}

    union all by name

    select
        'list' as linkage_stage,
        *
    from {{ ref('list_candidate') }}

)

select
    candidate_id,
    linkage_stage,
    record_id,
    known_id as person_id,
    score,
    match_weight,
    evidence,
    verdict,
    agreed_count,
    place,
    candidate_count

from weighed
