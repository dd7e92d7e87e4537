with

payee as (

    select * from {{ ref('shared_payee') }}

)

select
    payee.programme_id,
    payee.period_starts_on,
    payee.period_ends_on,
    payee.person_id,
    payee.family_key,
    sum(payee.amount) as amount,
    {{ all_evidence('payee.programme_id', 'payee.source_row_id') }} as evidence,
    max(first_listed.first_listed_for_period_on) as first_seen_on,
    {{ weakest_method('payee.match_method') }} as match_method,
    min(payee.match_score) as match_score,
    bool_and(
        payee.match_method in ('exact', 'repaired', 'decided')
        and payee.payment_status in ('succeeded', 'listed')
    ) as rests_on_numbers

from payee
inner join {{ ref('first_listed') }} as first_listed
    on payee.source_row_id = first_listed.source_row_id
{{ join_weakness('payee.match_method') }}
group by
    payee.programme_id,
    payee.period_starts_on,
    payee.period_ends_on,
    payee.person_id,
    payee.family_key
