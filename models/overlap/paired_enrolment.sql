with

listed as (

    select * from {{ ref('fct_enrolment') }}
    where status != 'cancelled'

),

as_of as (

    select * from {{ ref('as_of') }}

),

-- Who stands on the latest list of a programme is enrolled until its next list comes.
enrolment as (

    select
        listed.*,
        case
            when listed.ends_on is not null
                then greatest(listed.ends_on, {{ add_days('as_of.as_of_date', 1) }})
        end as enrolled_until

    from listed
    cross join as_of

),

overlap_rule as (

    select * from {{ ref('overlap_rule') }}
    where kind in ('exclusive', 'same_purpose')

),

first_side as (

    select
        overlap_rule.*,
        enrolment.enrolment_id,
        enrolment.person_id,
        enrolment.household_id,
        enrolment.monthly_amount,
        enrolment.starts_on,
        enrolment.enrolled_until,
        enrolment.source_row_id,
        enrolment.match_method,
        case
            when overlap_rule.scope = 'person' then enrolment.person_id
            else enrolment.household_id
        end as shared_id

    from overlap_rule
    inner join enrolment
        on
            overlap_rule.programme_id = enrolment.programme_id
            and coalesce(
                overlap_rule.component = enrolment.component,
                overlap_rule.component is null
            )

),

paired as (

    select
        first_side.*,
        other.enrolment_id as other_enrolment_id,
        other.monthly_amount as other_monthly_amount,
        other.source_row_id as other_source_row_id,
        other.match_method as other_match_method,
        greatest(first_side.starts_on, other.starts_on, first_side.valid_from)
            as shared_from,
        least(first_side.enrolled_until, other.enrolled_until, first_side.valid_to)
            as shared_to

    from first_side
    inner join enrolment as other
        on
            first_side.other_programme_id = other.programme_id
            and coalesce(
                first_side.other_component = other.component,
                first_side.other_component is null
            )
            and first_side.shared_id
            = case
                when first_side.scope = 'person' then other.person_id
                else other.household_id
            end

)

select *
from paired
where shared_from < shared_to or shared_to is null
