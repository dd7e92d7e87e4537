with

side as (

    select * from {{ ref('limited_side') }}

),

-- Only when something begins can more run at one time than before.
moment as (

    select distinct
        overlap_id,
        shared_id,
        counts_from as moment

    from side
    where {{ in_force('counts_from') }}

),

running as (

    select
        side.*,
        moment.moment,
        sum(coalesce(side.monthly_amount, 0)) over (
            partition by
                side.overlap_id, side.shared_id, moment.moment, side.person_id
        ) as amount_of_person

    from side
    inner join moment
        on
            side.overlap_id = moment.overlap_id
            and side.shared_id = moment.shared_id
            and {{ in_force('moment.moment', 'side.counts_from', 'side.ends_on') }}

)

-- The best-paid person comes first, with all that they get; nobody unknown has a place.
select
    overlap_id,
    kind,
    scope,
    at_most,
    counts,
    valid_from,
    valid_to,
    only_programme_id,
    programme_id,
    component,
    enrolment_id,
    person_id,
    household_id,
    shared_id,
    monthly_amount,
    starts_on,
    ends_on,
    source_row_id,
    batch_date,
    match_method,
    match_score,
    moment,
    case
        when person_id is not null
            then dense_rank() over (
                partition by overlap_id, shared_id, moment, person_id is null
                order by amount_of_person desc, person_id asc
            )
    end as precedence

from running
