{{ config(materialized='view') }}

with

subject as (

    select * from {{ ref('case_subject') }}

),

objection as (

    select * from {{ ref('objection_in_process') }}

)

-- Nobody acts on a case while the person, or the family, objects in the same programme.
select distinct subject.case_id
from subject
inner join objection
    on
        subject.acting_programme_id = objection.programme_id
        and case
            when subject.scope = 'person' then subject.person_id = objection.person_id
            else subject.household_id = objection.household_id
        end
