select
    finding.finding_id,
    finding.rule_id,
    finding.kind,
    kind.label_indonesian as kind_indonesian,
    kind.label_english as kind_english,
    finding.scope,
    finding.person_id,
    finding.household_id,
    finding.programme_id,
    programme.title_indonesian as programme_indonesian,
    programme.title_english as programme_english,
    finding.other_programme_id,
    {{ month_of('finding.starts_on') }} as starts_on,
    {{ add_days(month_by('finding.ends_on'), -1) }} as last_day,
    finding.monthly_amount_at_stake,
    finding.monthly_amount_counted,
    finding.keep_programme_id,
    finding.review_agency as agency_id,
    agency.title_indonesian as agency_indonesian,
    agency.title_english as agency_english,
    finding.observed,
    finding.keyed_evidence as evidence,
    finding.first_seen_on,
    finding.disposition,
    disposition.label_indonesian as disposition_indonesian,
    disposition.label_english as disposition_english,
    finding.match_method,
    finding.match_score,
    finding.linkage_digest,
    finding_rule.says_id as says_indonesian,
    finding_rule.says_en as says_english,
    finding_rule.basis,
    {{ region_key('household.region_code') }} as region_key,
    household.region_code,
    region.region_name,
    household.district_code,
    region.district_name,
    household.city_code,
    region.city_name,
    {{ decile_key('household.national_decile') }} as decile_key,
    household.national_decile,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from {{ ref('fct_finding') }} as finding
cross join {{ ref('carried_forward') }} as carried_forward
cross join {{ ref('as_of') }} as as_of
left join {{ ref('dim_household') }} as household
    on finding.household_id = household.household_id
left join {{ ref('dim_region') }} as region
    on household.region_code = region.region_code
left join {{ ref('finding_rule') }} as finding_rule
    on finding.rule_id = finding_rule.rule_id
left join {{ ref('star_programme') }} as programme
    on finding.programme_id = programme.programme_id
left join {{ ref('dim_agency') }} as agency
    on finding.review_agency = agency.agency_id
left join {{ ref('dim_code') }} as kind
    on finding.kind = kind.code and kind.code_list = 'kind'
left join {{ ref('dim_code') }} as disposition
    on finding.disposition = disposition.code and disposition.code_list = 'disposition'
