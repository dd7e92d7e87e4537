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

)

select
    payment.paid_key,
    payment.source_row_id,
    payment.programme_id,
    payment.component,
    payment.period_starts_on,
    payment.period_ends_on,
    case
        when payment.unit = 'person' or payment.component is not null
            then payment.person_id
    end as person_id,
    payment.household_id,
    payment.amount,
    payment.payment_status,
    payment.match_method,
    payment.match_score

from paid_again
inner join payment
    on paid_again.paid_key = payment.paid_key
