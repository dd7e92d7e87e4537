-- Who has to act on what: cases that are not settled.
select
    agency,
    agency_indonesian,
    agency_english,
    kind,
    kind_indonesian,
    kind_english,
    programme_id,
    programme_indonesian,
    programme_english,
    case when count(*) >= getvariable('smallest_open_cell') then count(*) end as case_count,
    case
        when count(*) >= getvariable('smallest_open_cell')
            then cast(sum(monthly_amount_counted) as bigint)
    end as monthly_amount,
    min(first_seen_on) as first_seen_on

from marts.mart_case
where status not in ('closed', 'false_positive', 'resolved')
group by all
order by
    agency,
    case_count desc nulls last,
    kind,
    programme_id
