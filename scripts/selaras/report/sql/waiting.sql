with

waiting as (

    select
        agency,
        agency_indonesian,
        agency_english,
        case
            when weeks_open <= 1 then '1'
            when weeks_open <= 4 then '2-4'
            else '5+'
        end as weeks_waiting,
        case_id,
        monthly_amount_counted

    from marts.mart_case
    where status not in ('closed', 'false_positive', 'resolved')

)

select
    agency,
    agency_indonesian,
    agency_english,
    weeks_waiting,
    case when count(*) >= getvariable('smallest_open_cell') then count(*) end as case_count,
    case
        when count(*) >= getvariable('smallest_open_cell')
            then cast(sum(monthly_amount_counted) as bigint)
    end as monthly_amount

from waiting
group by
    agency,
    agency_indonesian,
    agency_english,
    weeks_waiting
order by
    agency,
    weeks_waiting
