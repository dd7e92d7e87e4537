with

benefit as (

    select * from {{ ref('matched_benefit') }}
    where
        unit = 'household'
        and payment_status not in ('failed', 'cancelled')
        and enrolment_status is distinct from 'nominated'

),

-- Who is paid for a family: the recipient that the row is for, or the manager.
payee as (

    select
        benefit.source_row_id,
        benefit.programme_id,
        benefit.period_starts_on,
        benefit.period_ends_on,
        benefit.family_key,
        benefit.amount,
        benefit.payment_status,
        match.person_id,
        match.match_method,
        match.score as match_score

    from benefit
    inner join {{ ref('list_row_person') }} as match
        on benefit.source_row_id = match.source_row_id
    where match.role in ('recipient', 'manager')

),

shared as (

    select
        programme_id,
        period_starts_on,
        person_id

    from payee
    group by
        programme_id,
        period_starts_on,
        person_id
    having min(family_key) != max(family_key)

),

by_family as (

    select
        payee.programme_id,
        payee.period_starts_on,
        payee.period_ends_on,
        payee.person_id,
        payee.family_key,
        sum(payee.amount) as amount,
        string_agg(payee.source_row_id, ', ' order by payee.source_row_id) as rows,
        max(first_listed.first_listed_for_period_on) as first_seen_on,
        {{ weakest_method('payee.match_method') }} as match_method,
        min(payee.match_score) as match_score,
        bool_and(
            payee.match_method in ('exact', 'repaired', 'decided')
            and payee.payment_status in ('succeeded', 'listed')
        ) as rests_on_numbers

    from shared
    inner join payee
        on
            shared.programme_id = payee.programme_id
            and shared.period_starts_on = payee.period_starts_on
            and shared.person_id = payee.person_id
    inner join {{ ref('first_listed') }} as first_listed
        on payee.source_row_id = first_listed.source_row_id
    {{ join_weakness('payee.match_method') }}
    group by
        payee.programme_id,
        payee.period_starts_on,
        payee.period_ends_on,
        payee.person_id,
        payee.family_key

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
    max(programme.owner) as review_agency,
    string_agg(by_family.rows, ', ' order by by_family.rows) as evidence,
    max(by_family.first_seen_on) as first_seen_on,
    {{ weakest_method('by_family.match_method') }} as match_method,
    min(by_family.match_score) as match_score,
    bool_and(by_family.rests_on_numbers) as rests_on_numbers

from by_family
inner join {{ ref('dim_programme') }} as programme
    on by_family.programme_id = programme.programme_id
left join {{ ref('person_household') }} as placed
    on by_family.person_id = placed.person_id
{{ join_weakness('by_family.match_method') }}
group by
    by_family.programme_id,
    by_family.period_starts_on,
    by_family.person_id
