{{ config(materialized='view') }}

with

enrolment as (

    select * from {{ ref('fct_enrolment') }}
    where status != 'cancelled'

),

programme as (

    select * from {{ ref('dim_programme') }}

),

named as (

    select
        enrolment.programme_id,
        programme.unit,
        enrolment.source_row_id,
        enrolment.family_key,
        case
            when programme.unit = 'person' then enrolment.person_id
            else enrolment.household_id
        end as subject_id

    from enrolment
    inner join programme
        on enrolment.programme_id = programme.programme_id

)

-- Several components of a family are one recipient; so are the rows of an unknown one.
select
    programme_id,
    unit,
    subject_id,
    min(source_row_id) as source_row_id

from named
group by
    programme_id,
    unit,
    subject_id,
    case
        when subject_id is null and unit = 'person' then source_row_id
        when subject_id is null then family_key
    end
