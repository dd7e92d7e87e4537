with

finding as (

    select * from {{ ref('fct_finding') }}

),

household as (

    select * from {{ ref('dim_household') }}

),

region as (

    select * from {{ ref('dim_region') }}

),

rule as (

    select * from {{ ref('finding_rule') }}

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
    {{ month_of('finding.starts_on') }} as starts_on,
    {{ month_by('finding.ends_on') }} as ends_on,
    finding.monthly_amount_at_stake,
    finding.monthly_amount_counted,
    finding.keep_programme_id,
    finding.review_agency,
    finding.observed,
    finding.keyed_evidence as evidence,
    finding.first_seen_on,
    finding.disposition,
    finding.match_method,
    finding.match_score,
    finding.linkage_digest,
    rule.says_id,
    rule.says_en,
    rule.basis,
    household.region_code,
    region.region_name,
    household.district_code,
    region.district_name,
    household.city_code,
    region.city_name,
    household.national_decile,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from finding
cross join {{ ref('carried_forward') }} as carried_forward
cross join {{ ref('as_of') }} as as_of
left join household
    on finding.household_id = household.household_id
left join region
    on household.region_code = region.region_code
left join rule
    on finding.rule_id = rule.rule_id
