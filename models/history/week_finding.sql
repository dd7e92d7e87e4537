{{ config(materialized='view') }}

with

finding as (

    select * from {{ ref('fct_finding') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    finding.finding_id,
    finding.rule_id,
    finding.kind,
    finding.scope,
    finding.person_id,
    finding.household_id,
    finding.programme_id,
    finding.other_programme_id,
    finding.starts_on,
    finding.ends_on,
    finding.monthly_amount_at_stake,
    finding.monthly_amount_counted,
    finding.keep_programme_id,
    finding.review_agency,
    finding.disposition,
    finding.match_method,
    as_of.as_of_date

from finding
cross join as_of
