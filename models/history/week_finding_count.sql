with

household as (

    select
        household_id,
        region_code

    from {{ ref('dim_household') }}

)

select
    finding.rule_id,
    finding.kind,
    finding.programme_id,
    finding.other_programme_id,
    household.region_code,
    finding.disposition,
    count(*) as finding_count,
    cast(sum(finding.monthly_amount_counted) as bigint) as monthly_amount,
    carried_forward.stale_days,
    as_of.as_of_date

from {{ ref('fct_finding') }} as finding
cross join {{ ref('as_of') }} as as_of
cross join {{ ref('carried_forward') }} as carried_forward
left join household
    on finding.household_id = household.household_id
group by
    finding.rule_id,
    finding.kind,
    finding.programme_id,
    finding.other_programme_id,
    household.region_code,
    finding.disposition,
    carried_forward.stale_days,
    as_of.as_of_date
