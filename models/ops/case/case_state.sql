with

known as (

    select * from {{ ref('known_case') }}

),

cause as (

    select * from {{ ref('case_cause') }}

),

as_of as (

    select * from {{ ref('as_of') }}

),

met as (

    select
        coalesce(known.case_id, cause.cause_id) as case_id,
        cause.cause_id,
        known.cause_id as known_cause_id,
        cause.cause_id is not null as is_there,
        coalesce(known.closed_on is not null, false) as was_closed,
        coalesce(known.first_seen_on, cause.first_seen_on) as first_seen_on,
        known.last_seen_on,
        coalesce(known.weeks_open, 0) as weeks_before,
        coalesce(known.reopened_count, 0) as reopened_before,
        known.reopened_on,
        known.closed_on,
        as_of.as_of_date

    from cause
    full outer join known
        on cause.cause_id = known.current_cause_id
    cross join as_of

)

-- A case is open in every week that shows its cause, closed in the first that does not,
-- and opened again when it returns.
select
    case_id,
    cause_id,
    known_cause_id,
    is_there,
    not is_there and not was_closed as is_closed_now,
    first_seen_on,
    case when is_there then as_of_date else last_seen_on end as last_seen_on,
    weeks_before + case when is_there then 1 else 0 end as weeks_open,
    reopened_before + case when is_there and was_closed then 1 else 0 end
        as reopened_count,
    case when is_there and was_closed then as_of_date else reopened_on end
        as reopened_on,
    case when not is_there then coalesce(closed_on, as_of_date) end as closed_on,
    as_of_date

from met
