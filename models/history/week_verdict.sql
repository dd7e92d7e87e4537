{{ config(materialized='view') }}

with

eligibility as (

    select * from {{ ref('fct_eligibility') }}

)

select
    programme_id,
    unit,
    person_id,
    household_id,
    verdict,
    is_enrolled,
    coverage,
    unmet_criteria,
    unknown_criteria,
    entitled_amount,
    rule_digest,
    as_of_date

from eligibility
