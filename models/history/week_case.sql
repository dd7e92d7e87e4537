{{ config(materialized='view') }}

with

cause as (

    select * from {{ ref('case_cause') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    cause.cause_id,
    cause.cause,
    cause.rule_id,
    cause.kind,
    cause.scope,
    cause.person_id,
    cause.household_id,
    cause.programme_id,
    cause.other_programme_id,
    cause.period,
    cause.acting_programme_id,
    cause.keep_programme_id,
    cause.agency,
    cause.starts_on,
    cause.ends_on,
    cause.monthly_amount_at_stake,
    cause.monthly_amount_counted,
    cause.observed,
    cause.evidence,
    cause.keyed_evidence,
    cause.first_seen_on,
    cause.match_method,
    cause.match_score,
    as_of.as_of_date

from cause
cross join as_of
