{{ config(materialized='view') }}

with

found as (

    select * from {{ ref('finding_overlap') }}
    union all by name
    select * from {{ ref('finding_limit') }}
    union all by name
    select * from {{ ref('finding_double_payment') }}
    union all by name
    select * from {{ ref('finding_shared_recipient') }}
    union all by name
    select * from {{ ref('finding_recipient_status') }}
    union all by name
    select * from {{ ref('finding_two_families') }}
    union all by name
    select * from {{ ref('finding_contradiction') }}
    union all by name
    select * from {{ ref('finding_number_of_several') }}
    union all by name
    select * from {{ ref('finding_two_numbers') }}

)

select
    rule_id,
    kind,
    scope,
    person_id,
    household_id,
    programme_id,
    other_programme_id,
    period,
    starts_on,
    ends_on,
    monthly_amount_at_stake,
    keep_programme_id,
    least_paid_programme_id,
    telling_programme_id,
    observed,
    evidence,
    first_seen_on,
    match_method,
    match_score,
    rests_on_numbers

from found
