{{ config(materialized='view') }}

with

household as (

    select * from {{ ref('dim_household') }}

)

select
    household.household_id,
    {{ kept_columns('household', 'household') }},
    household.family_print,
    household.as_of_date

from household
