-- Findings by rule and agency. Beside the small cells of a rule the next larger ones are hidden, until
-- the hidden ones are together as many as are told: the total of the rule stands beside its weeks.
with

counted as (

    select
        kind,
        kind_indonesian,
        kind_english,
        rule_id,
        says_indonesian,
        says_english,
        basis,
        agency_id,
        agency_indonesian,
        agency_english,
        count(*) as finding_count,
        cast(sum(monthly_amount_counted) as bigint) as monthly_amount,
        count(*) filter (where first_seen_on = as_of_date) as first_count

    from marts.mart_finding_v2
    group by all

),

ranked as (

    select
        *,
        sum(finding_count) over (
            partition by rule_id
            order by finding_count, kind, agency_id
            rows between unbounded preceding and 1 preceding
        ) as smaller_count

    from counted

),

marked as (

    select
        *,
        finding_count >= getvariable('smallest_open_cell')
        and coalesce(smaller_count, 0) not between 1 and getvariable('smallest_open_cell') - 1
            as is_told

    from ranked

)

select
    kind,
    kind_indonesian,
    kind_english,
    rule_id,
    says_indonesian,
    says_english,
    basis,
    agency_id,
    agency_indonesian,
    agency_english,
    case when is_told then finding_count end as case_count,
    case when is_told then monthly_amount end as monthly_amount,
    case when is_told and first_count >= getvariable('smallest_open_cell') then first_count end
        as new_count

from marked
order by
    case_count desc nulls last,
    rule_id,
    agency_id
