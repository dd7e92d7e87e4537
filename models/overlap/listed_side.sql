with

enrolment as (

    select * from {{ ref('fct_enrolment') }}
    where coalesce(status, 'unknown') != 'cancelled'

),

person as (

    select * from {{ ref('dim_person') }}
    where
        (is_public_servant or is_state_enterprise_employee)
        and is_alive

)

-- Who stands on the latest list of a programme is enrolled until its next list comes.
select
    enrolment.programme_id,
    enrolment.component,
    enrolment.enrolment_id,
    enrolment.person_id,
    enrolment.household_id,
    enrolment.monthly_amount,
    enrolment.starts_on,
    case
        when enrolment.ends_on is not null
            then greatest(enrolment.ends_on, {{ add_days('as_of.as_of_date', 1) }})
    end as ends_on,
    enrolment.source_row_id,
    enrolment.batch_date,
    enrolment.match_method,
    enrolment.match_score

from enrolment
cross join {{ ref('as_of') }} as as_of

union all by name

-- A standing has no days and no amount; it holds as long as the other side does. It is
-- as sure as the row that tells the work is of this person; a row that leads to nobody
-- else describes a person of its own.
select
    'formal_employment' as programme_id,
    person.person_id as enrolment_id,
    person.person_id,
    person.household_id,
    person.occupation_row_id as source_row_id,
    coalesce(told.match_method, 'exact') as match_method,
    coalesce(told.score, 1) as match_score

from person
left join {{ ref('match') }} as told
    on
        person.occupation_row_id = told.source_row_id
        and told.match_method != 'unmatched'
