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

)

select payee.*
from shared
inner join payee
    on
        shared.programme_id = payee.programme_id
        and shared.period_starts_on = payee.period_starts_on
        and shared.person_id = payee.person_id
