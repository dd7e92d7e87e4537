select
    agency,
    agency_indonesian,
    agency_english,
    case when count(*) >= getvariable('smallest_open_cell') then count(*) end as case_count,
    case
        when count(*) >= getvariable('smallest_open_cell')
            then cast(sum(monthly_amount_counted) as bigint)
    end as monthly_amount

from marts.mart_case
where not is_settled
group by
    agency,
    agency_indonesian,
    agency_english
order by
    case_count desc nulls last,
    agency
