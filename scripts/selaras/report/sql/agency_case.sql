-- Who has to act on what: cases that are not settled. Beside the small cells of an agency the next
-- larger ones are hidden, until the hidden ones are together as many as are told: the total stands
-- on the same page.
with

counted as (

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
        count(*) as open_count,
        cast(sum(monthly_amount_counted) as bigint) as monthly_amount,
        min(first_seen_on) as first_seen_on

    from marts.mart_case
    where not is_settled
    group by all

),

ranked as (

    select
        *,
        sum(open_count) over (
            partition by agency
            order by open_count, kind, programme_id
            rows between unbounded preceding and 1 preceding
        ) as smaller_count

    from counted

),

marked as (

    select
        *,
        open_count >= getvariable('smallest_open_cell')
        and coalesce(smaller_count, 0) not between 1 and getvariable('smallest_open_cell') - 1
            as is_told

    from ranked

)

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
    case when is_told then open_count end as case_count,
    case when is_told then monthly_amount end as monthly_amount,
    first_seen_on

from marked
order by
    agency,
    case_count desc nulls last,
    kind,
    programme_id
