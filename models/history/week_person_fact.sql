{{ config(materialized='view') }}

with

person as (

    select * from {{ ref('dim_person') }}

)

select
    person.person_id,
    person.household_id,
    {{ kept_columns('person', 'person') }},
    person.member_print,
    person.as_of_date

from person
