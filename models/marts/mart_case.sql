select
    fct_case.case_id,
    fct_case.cause,
    fct_case.rule_id,
    fct_case.kind,
    kind.label_indonesian as kind_indonesian,
    kind.label_english as kind_english,
    fct_case.scope,
    fct_case.person_id,
    fct_case.household_id,
    fct_case.programme_id,
    programme.title_indonesian as programme_indonesian,
    programme.title_english as programme_english,
    fct_case.other_programme_id,
    fct_case.acting_programme_id,
    fct_case.agency,
    agency.title_indonesian as agency_indonesian,
    agency.title_english as agency_english,
    fct_case.status,
    status.label_indonesian as status_indonesian,
    status.label_english as status_english,
    fct_case.is_settled,
    fct_case.first_seen_on,
    fct_case.last_seen_on,
    fct_case.weeks_open,
    fct_case.reopened_count,
    fct_case.disposition,
    fct_case.decided_by_agency as decided_by,
    fct_case.decided_on,
    fct_case.closed_on,
    case
        when fct_case.closed_because in ('finding', 'left') then fct_case.closed_because
        when closing.closed_by != 'data' then closing.closed_by
        else fct_case.closed_because
    end as closed_because,
    fct_case.closed_side,
    fct_case.closed_source,
    closing.closed_causes,
    fct_case.monthly_amount_at_stake,
    fct_case.monthly_amount_counted,
    fct_case.observed,
    fct_case.keyed_evidence as evidence,
    {{ region_key('household.region_code') }} as region_key,
    household.region_code,
    region.region_name,
    household.district_code,
    region.district_name,
    household.city_code,
    region.city_name,
    {{ decile_key('household.national_decile') }} as decile_key,
    household.national_decile,
    fct_case.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from {{ ref('fct_case') }} as fct_case
cross join {{ ref('carried_forward') }} as carried_forward
left join {{ ref('closing_cause') }} as closing
    on fct_case.case_id = closing.case_id
left join {{ ref('dim_household') }} as household
    on fct_case.household_id = household.household_id
left join {{ ref('dim_region') }} as region
    on household.region_code = region.region_code
left join {{ ref('star_programme') }} as programme
    on fct_case.programme_id = programme.programme_id
left join {{ ref('dim_agency') }} as agency
    on fct_case.agency = agency.agency_id
left join {{ ref('dim_code') }} as kind
    on fct_case.kind = kind.code and kind.code_list = 'kind'
left join {{ ref('dim_code') }} as status
    on fct_case.status = status.code and status.code_list = 'case_status'
