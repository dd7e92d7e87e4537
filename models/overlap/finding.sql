with

found as (

    select * from {{ ref('finding_overlap') }}
    union all by name
    select * from {{ ref('finding_limit') }}
    union all by name
    select * from {{ ref('finding_double_payment') }}
    union all by name
    select * from {{ ref('finding_recipient_status') }}
    union all by name
    select * from {{ ref('finding_two_families') }}
    union all by name
    select * from {{ ref('finding_number_of_several') }}
    union all by name
    select * from {{ ref('finding_two_numbers') }}

)

-- Where no side is kept by rule, money is counted on the second one.
select
    {{ short_id('f', [
        "rule_id", "coalesce(person_id, household_id)", "programme_id",
        "other_programme_id", "period"
    ]) }} as finding_id,
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
    review_agency,
    evidence,
    first_seen_on,
    rests_on_numbers,
    match_method,
    match_score,
    case
        when other_programme_id is null or other_programme_id = keep_programme_id
            then programme_id
        else other_programme_id
    end as counted_programme_id

from found
