with

doubled as (

    select
        *,
        concat_ws('/', component, cast(period_starts_on as varchar)) as period
    from {{ ref('doubled_benefit') }}

)

-- One finding on a person, in whatever families; people whom no register knows are one
-- on their family.
select
    'double_payment' as rule_id,
    'data' as kind,
    case when doubled.person_id is null then 'household' else 'person' end as scope,
    doubled.person_id,
    max(doubled.household_id) as household_id,
    doubled.programme_id,
    doubled.programme_id as other_programme_id,
    doubled.period,
    doubled.period_starts_on as starts_on,
    max(doubled.period_ends_on) as ends_on,
    cast({{ divide_whole(
        'sum(doubled.excess)',
        months_between('doubled.period_starts_on', 'max(doubled.period_ends_on)')
    ) }} as bigint) as monthly_amount_at_stake,
    doubled.programme_id as keep_programme_id,
    string_agg(doubled.evidence, '; ' order by doubled.evidence) as evidence,
    max(doubled.first_seen_on) as first_seen_on,
    {{ weakest_method('doubled.match_method') }} as match_method,
    min(doubled.match_score) as match_score,
    bool_and(doubled.rests_on_numbers) as rests_on_numbers

from doubled
{{ join_weakness('doubled.match_method') }}
group by
    doubled.person_id,
    case when doubled.person_id is null then doubled.household_id end,
    doubled.programme_id,
    doubled.period,
    doubled.period_starts_on
