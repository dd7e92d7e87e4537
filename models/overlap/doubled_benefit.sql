with

repeated as (

    select * from {{ ref('repeated_payment') }}

)

select
    repeated.paid_key,
    max(repeated.programme_id) as programme_id,
    max(repeated.component) as component,
    max(repeated.period_starts_on) as period_starts_on,
    max(repeated.period_ends_on) as period_ends_on,
    max(repeated.person_id) as person_id,
    max(repeated.household_id) as household_id,
    sum(repeated.amount) - max(repeated.amount) as excess,
    {{ all_evidence('repeated.programme_id', 'repeated.source_row_id') }} as evidence,
    max(first_listed.first_listed_for_period_on) as first_seen_on,
    {{ weakest_method('repeated.match_method') }} as match_method,
    min(repeated.match_score) as match_score,
    -- What is still in process, or in an unknown state, is for people to look at.
    bool_and(repeated.match_method != 'scored')
    and count(*) filter (where repeated.payment_status in ('succeeded', 'listed')) > 1
        as rests_on_numbers

from repeated
inner join {{ ref('first_listed') }} as first_listed
    on repeated.source_row_id = first_listed.source_row_id
{{ join_weakness('repeated.match_method') }}
group by repeated.paid_key
