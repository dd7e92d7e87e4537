{{ config(materialized='ephemeral') }}

with

person as (

    select
        person_id,
        count(distinct member_print) as row_count,
        array_agg(distinct household_id) as families

    from {{ ref('person_state') }}
    group by person_id

),

household as (

    select
        household_id,
        count(distinct family_print) as row_count

    from {{ ref('household_state') }}
    group by household_id

)

-- Of a family whose facts come from its members, that of a member counts.
select person_id as subject_id from person
where row_count > 1
union
select unnest(families) as subject_id from person
where row_count > 1
union
select household_id as subject_id from household
where row_count > 1
