with

-- Amounts that are not known are not guessed: the total is the part that is certain.
counted as (

    select
        limited.overlap_id as rule_id,
        limited.kind,
        limited.scope,
        case when limited.scope = 'person' then limited.shared_id end as person_id,
        max(limited.household_id) as household_id,
        max(limited.only_programme_id) as programme_id,
        limited.moment as starts_on,
        least(min(limited.ends_on), max(limited.valid_to)) as ends_on,
        case
            when limited.counts = 'people' then count(distinct limited.person_id)
            else sum(limited.monthly_amount)
        end as total,
        limited.at_most,
        case
            when limited.kind != 'cap' or count(*) != count(limited.monthly_amount)
                then null
            when limited.counts = 'rupiah'
                then sum(limited.monthly_amount) - limited.at_most
            else sum(limited.monthly_amount) filter (
                where limited.precedence > limited.at_most
            )
        end as amount_past,
        min_by(
            limited.programme_id,
            concat(
                lpad(cast(coalesce(limited.monthly_amount, 0) as varchar), 12, '0'),
                limited.programme_id
            )
        ) as least_paid_programme_id,
        {{ all_evidence('limited.programme_id', 'limited.source_row_id') }} as evidence,
        max(coalesce(first_listed.first_listed_on, limited.batch_date))
            as first_seen_on,
        {{ weakest_method('limited.match_method') }} as match_method,
        min(limited.match_score) as match_score,
        bool_and(limited.match_method in ('exact', 'repaired', 'decided'))
            as rests_on_numbers

    from {{ ref('limited_enrolment') }} as limited
    left join {{ ref('first_listed') }} as first_listed
        on limited.source_row_id = first_listed.source_row_id
    {{ join_weakness('limited.match_method') }}
    group by
        limited.overlap_id,
        limited.kind,
        limited.scope,
        limited.shared_id,
        limited.moment,
        limited.counts,
        limited.at_most

)

-- Of several times at which the limit is passed, the one that passes it most.
select
    * exclude (amount_past, total, at_most),
    cast(amount_past as bigint) as monthly_amount_at_stake,
    concat(cast(total as varchar), ' > ', cast(at_most as varchar)) as observed

from counted
where total > at_most
qualify
    row_number() over (
        partition by rule_id, coalesce(person_id, household_id)
        order by total desc, starts_on asc
    ) = 1
