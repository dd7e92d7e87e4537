with

-- A member of a family whom no register knows is told apart by name and birth date.
-- Who is nominated has not been paid.
payment as (

    select
        benefit.*,
        concat_ws(
            '/',
            benefit.programme_id,
            benefit.component,
            benefit.period_starts_on,
            case when benefit.unit = 'household' then benefit.family_key end,
            case
                when benefit.unit = 'household' and benefit.component is null then null
                when benefit.person_id is not null then benefit.person_id
                else concat_ws('/', named.name_normalised, named.birth_date)
            end
        ) as paid_key

    from {{ ref('matched_benefit') }} as benefit
    left join {{ ref('list_row_number') }} as named
        on
            benefit.source_row_id = named.source_row_id
            and named.role = 'member'
    where
        benefit.payment_status not in ('failed', 'cancelled')
        and benefit.enrolment_status is distinct from 'nominated'
        and benefit.match_method != 'unmatched'

),

-- Few are paid twice: their keys are found first, and only their rows looked at.
paid_again as (

    select paid_key
    from payment
    group by paid_key
    having count(*) > 1

),

first_listed as (

    select * from {{ ref('first_listed') }}

),

repeated as (

    select
        max(payment.programme_id) as programme_id,
        max(payment.component) as component,
        max(payment.period_starts_on) as period_starts_on,
        max(payment.period_ends_on) as period_ends_on,
        max(
            case
                when payment.unit = 'person' or payment.component is not null
                    then payment.person_id
            end
        ) as person_id,
        max(payment.household_id) as household_id,
        sum(payment.amount) - max(payment.amount) as excess,
        string_agg(payment.source_row_id, ', ' order by payment.source_row_id) as rows,
        max(first_listed.first_listed_for_period_on) as first_seen_on,
        {{ weakest_method('payment.match_method') }} as match_method,
        min(payment.match_score) as match_score,
        -- What is still in process, or in an unknown state, is for people to look at.
        bool_and(payment.match_method != 'scored')
        and count(*) filter (
            where payment.payment_status in ('succeeded', 'listed')
        ) > 1
            as rests_on_numbers

    from paid_again
    inner join payment
        on paid_again.paid_key = payment.paid_key
    inner join first_listed
        on payment.source_row_id = first_listed.source_row_id
    {{ join_weakness('payment.match_method') }}
    group by payment.paid_key

),

paid_twice as (

    select
        'double_payment' as rule_id,
        'data' as kind,
        case when repeated.person_id is null then 'household' else 'person' end
            as scope,
        repeated.person_id,
        repeated.household_id,
        repeated.programme_id,
        repeated.programme_id as other_programme_id,
        concat_ws('/', repeated.component, cast(repeated.period_starts_on as varchar))
            as period,
        repeated.period_starts_on as starts_on,
        repeated.period_ends_on as ends_on,
        cast({{ divide_whole(
            'repeated.excess',
            months_between('repeated.period_starts_on', 'repeated.period_ends_on')
        ) }} as bigint) as monthly_amount_at_stake,
        repeated.programme_id as keep_programme_id,
        programme.owner as review_agency,
        repeated.rows as evidence,
        repeated.first_seen_on,
        repeated.match_method,
        repeated.match_score,
        repeated.rests_on_numbers

    from repeated
    inner join {{ ref('dim_programme') }} as programme
        on repeated.programme_id = programme.programme_id

)

select {{ finding_columns() }} from paid_twice
union all
select {{ finding_columns() }} from {{ ref('finding_shared_recipient') }}
