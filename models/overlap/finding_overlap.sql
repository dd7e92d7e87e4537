with

-- What is in no payment list starts with the first drop that told it.
dated as (

    select
        paired.*,
        amount.smaller_amount,
        {{ weaker_method('way', 'other_way') }} as pair_match_method,
        greatest(way.weakness, other_way.weakness) as weakness,
        greatest(
            coalesce(
                one.first_listed_on, paired.starts_on, paired.batch_date
            ),
            coalesce(
                other.first_listed_on, paired.other_starts_on, paired.other_batch_date
            )
        ) as first_together_on

    from {{ ref('paired_enrolment') }} as paired
    inner join {{ ref('overlap_amount') }} as amount
        on
            paired.overlap_id = amount.overlap_id
            and paired.shared_id = amount.shared_id
            and paired.programme_id = amount.programme_id
            and paired.other_programme_id = amount.other_programme_id
    left join {{ ref('first_listed') }} as one
        on paired.source_row_id = one.source_row_id
    left join {{ ref('first_listed') }} as other
        on paired.other_source_row_id = other.source_row_id
    {{ join_weakness('paired.match_method') }}
    {{ join_weakness('paired.other_match_method', 'other_way') }}

)

select
    overlap_id as rule_id,
    kind,
    scope,
    case when scope = 'person' then person_id end as person_id,
    max(household_id) as household_id,
    programme_id,
    other_programme_id,
    cast(null as varchar) as period,
    min(shared_from) as starts_on,
    case when count(*) = count(shared_to) then max(shared_to) end as ends_on,
    case when kind != 'info' then max(smaller_amount) end as monthly_amount_at_stake,
    max(keep_programme_id) as keep_programme_id,
    concat_ws(
        '; ',
        {{ first_evidence('programme_id', 'source_row_id') }},
        {{ first_evidence('other_programme_id', 'other_source_row_id') }}
    ) as evidence,
    min(first_together_on) as first_seen_on,
    max_by(pair_match_method, weakness) as match_method,
    min(least(match_score, other_match_score)) as match_score,
    bool_and(
        match_method in ('exact', 'repaired', 'decided')
        and other_match_method in ('exact', 'repaired', 'decided')
        and is_condition_known
    ) as rests_on_numbers

from dated
group by
    overlap_id,
    kind,
    scope,
    shared_id,
    case when scope = 'person' then person_id end,
    programme_id,
    other_programme_id
