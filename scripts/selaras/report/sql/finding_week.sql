select
    rule_id,
    as_of_date,
    case
        when sum(finding_count) >= getvariable('smallest_open_cell')
            then cast(sum(finding_count) as bigint)
    end as case_count

from marts.mart_week_finding
group by
    rule_id,
    as_of_date
order by
    rule_id,
    as_of_date
