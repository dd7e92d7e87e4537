with

person as (

    select * from {{ ref('dim_person') }}
    where life_status in ('deceased', 'moved_out', 'deactivated')

),

benefit as (

    select * from {{ ref('matched_benefit') }}
    where enrolment_status not in ('cancelled', 'nominated')

),

-- Whom the aid is for, and who is paid for a family where that is somebody else.
recipient as (

    select
        source_row_id,
        person_id,
        match_method,
        match_score,
        false as is_payee
    from benefit

    union all

    select
        benefit.source_row_id,
        payee.person_id,
        payee.match_method,
        payee.score as match_score,
        true as is_payee
    from benefit
    inner join {{ ref('list_row_match') }} as payee
        on
            benefit.source_row_id = payee.source_row_id
            and payee.role = 'manager'
    where payee.person_id is distinct from benefit.person_id

)

select
    benefit.source_row_id,
    benefit.programme_id,
    benefit.household_id,
    benefit.period_starts_on,
    benefit.period_ends_on,
    benefit.monthly_amount,
    benefit.paid_on,
    recipient.person_id,
    recipient.match_method,
    recipient.match_score,
    recipient.is_payee,
    person.life_status,
    person.life_status_on,
    benefit.period_starts_on <= person.life_status_on as has_begun

from recipient
inner join person
    on recipient.person_id = person.person_id
inner join benefit
    on recipient.source_row_id = benefit.source_row_id
