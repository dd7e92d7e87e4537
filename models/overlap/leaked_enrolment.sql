with

enrolment as (

    select
        enrolment.*,
        case
            when programme.unit = 'person' then enrolment.person_id
            else enrolment.household_id
        end as subject_id

    from {{ ref('fct_enrolment') }} as enrolment
    inner join {{ ref('dim_programme') }} as programme
        on enrolment.programme_id = programme.programme_id
    where coalesce(enrolment.status, 'unknown') != 'cancelled'

),

-- Few are enrolled without a right to it.
leaked as (

    select distinct
        programme_id,
        coalesce(person_id, household_id) as subject_id
    from {{ ref('fct_eligibility') }}
    where coverage = 'leaked'

)

-- One unknown amount leaves the sum unknown.
select
    enrolment.programme_id,
    enrolment.subject_id,
    min(enrolment.starts_on) as starts_on,
    case when count(*) = count(enrolment.ends_on) then max(enrolment.ends_on) end
        as ends_on,
    case
        when count(*) = count(enrolment.monthly_amount)
            then cast(sum(enrolment.monthly_amount) as bigint)
    end as monthly_amount,
    {{ all_evidence('enrolment.programme_id', 'enrolment.source_row_id') }} as evidence,
    {{ weakest_method('enrolment.match_method') }} as match_method,
    min(enrolment.match_score) as match_score,
    bool_and(enrolment.match_method in ('exact', 'repaired', 'decided'))
        as rests_on_numbers

from leaked
inner join enrolment
    on
        leaked.programme_id = enrolment.programme_id
        and leaked.subject_id = enrolment.subject_id
{{ join_weakness('enrolment.match_method') }}
group by
    enrolment.programme_id,
    enrolment.subject_id
