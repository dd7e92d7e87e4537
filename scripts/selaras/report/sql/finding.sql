select
    finding.kind,
    finding.kind_indonesian,
    finding.kind_english,
    finding.rule_id,
    finding.says_indonesian,
    finding.says_english,
    finding.basis,
    finding.agency_id,
    finding.agency_indonesian,
    finding.agency_english,
    case when count(*) >= getvariable('smallest_open_cell') then count(*) end as case_count,
    case
        when count(*) >= getvariable('smallest_open_cell')
            then cast(sum(finding.monthly_amount_counted) as bigint)
    end as monthly_amount,
    case
        when count(*) filter (where finding.first_seen_on = finding.as_of_date)
            >= getvariable('smallest_open_cell')
            then count(*) filter (where finding.first_seen_on = finding.as_of_date)
    end as new_count

from marts.mart_finding_v2 as finding
group by all
order by
    case_count desc nulls last,
    finding.rule_id,
    finding.agency_id
