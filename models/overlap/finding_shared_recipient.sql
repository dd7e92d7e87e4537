with

by_family as (

    select * from {{ ref('shared_payee_family') }}

)

select
    'double_payment' as rule_id,
    'data' as kind,
    'person' as scope,
    by_family.person_id,
    max(placed.household_id) as household_id,
    by_family.programme_id,
    by_family.programme_id as other_programme_id,
    concat_ws('/', 'recipient', cast(by_family.period_starts_on as varchar)) as period,
    by_family.period_starts_on as starts_on,
    max(by_family.period_ends_on) as ends_on,
    cast({{ divide_whole(
        'sum(by_family.amount) - max(by_family.amount)',
        months_between('by_family.period_starts_on', 'max(by_family.period_ends_on)')
    ) }} as bigint) as monthly_amount_at_stake,
    by_family.programme_id as keep_programme_id,
    string_agg(by_family.evidence, '; ' order by by_family.evidence) as evidence,
    max(by_family.first_seen_on) as first_seen_on,
    {{ weakest_method('by_family.match_method') }} as match_method,
    min(by_family.match_score) as match_score,
    bool_and(by_family.rests_on_numbers) as rests_on_numbers

from by_family
left join {{ ref('person_household') }} as placed
    on by_family.person_id = placed.person_id
{{ join_weakness('by_family.match_method') }}
group by
    by_family.programme_id,
    by_family.period_starts_on,
    by_family.person_id
