-- Beside the small cells of an agency the next larger ones are hidden, until the hidden ones are
-- together as many as are told: the total stands beside them.
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
        count(*) as case_count

    from marts.mart_case
    where not is_settled
    group by all

),

ranked as (

    select
        *,
        sum(case_count) over (
            partition by agency
            order by case_count, weeks_waiting
            rows between unbounded preceding and 1 preceding
        ) as smaller_count

    from waiting

)

select
    agency,
    agency_indonesian,
    agency_english,
    weeks_waiting,
    case
        when
            case_count >= getvariable('smallest_open_cell')
            and coalesce(smaller_count, 0) not between 1 and getvariable('smallest_open_cell') - 1
            then case_count
    end as case_count

from ranked
order by
    agency,
    weeks_waiting
