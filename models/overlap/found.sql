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

-- What began between two drops, as a death does, is shown by the later one.
select
    found.rule_id,
    found.kind,
    found.scope,
    found.person_id,
    found.household_id,
    found.programme_id,
    found.other_programme_id,
    found.period,
    found.starts_on,
    found.ends_on,
    found.monthly_amount_at_stake,
    found.keep_programme_id,
    found.least_paid_programme_id,
    found.telling_programme_id,
    found.observed,
    found.evidence,
    drop_day.drop_on as first_seen_on,
    found.match_method,
    found.match_score,
    found.rests_on_numbers

from found
left join {{ ref('drop_day') }} as drop_day
    on
        found.first_seen_on > drop_day.began_after
        and found.first_seen_on <= drop_day.began_by
