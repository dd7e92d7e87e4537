with

eligibility as (

    select * from {{ ref('fct_eligibility') }}

),

household as (

    select * from {{ ref('dim_household') }}

),

region as (

    select * from {{ ref('dim_region') }}

)

select
    eligibility.programme_id,
    eligibility.unit,
    eligibility.person_id,
    eligibility.household_id,
    eligibility.verdict,
    eligibility.is_enrolled,
    eligibility.coverage,
    eligibility.unmet_criteria,
    eligibility.unknown_criteria,
    eligibility.missing_facts,
    eligibility.entitled_amount,
    {{ region_key('household.region_code') }} as region_key,
    household.region_code,
    region.region_name,
    household.district_code,
    region.district_name,
    household.city_code,
    region.city_name,
    {{ decile_key('household.national_decile') }} as decile_key,
    household.national_decile,
    scored.score as register_match_score,
    eligibility.rule_digest,
    eligibility.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from eligibility
cross join {{ ref('carried_forward') }} as carried_forward
left join household
    on eligibility.household_id = household.household_id
left join {{ ref('scored_register_row') }} as scored
    on coalesce(eligibility.person_id, eligibility.household_id) = scored.subject_id
left join region
    on household.region_code = region.region_code
