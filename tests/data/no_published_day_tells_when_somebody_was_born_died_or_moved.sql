-- A period is told in whole months, and what is first seen on the day of a drop.
with

told as (

    select
        finding_id as about,
        starts_on,
        last_day,
        first_seen_on
    from {{ ref('mart_finding') }}

    union all by name

    select
        household_id as about,
        starts_on,
        last_day
    from {{ ref('mart_benefit') }}

    union all by name

    select
        case_id as about,
        first_seen_on
    from {{ ref('mart_case') }}

),

day as (

    select batch_date as drop_on from {{ source('selaras', 'ledger') }}
    union
    select as_of_date as drop_on from {{ ref('as_of') }}

),

-- Of drops that were deleted, as their time had come, there is nothing to compare with.
kept_since as (

    select min(drop_on) as first_drop_on
    from day

)

select
    told.about,
    told.starts_on,
    told.last_day,
    told.first_seen_on

from told
cross join kept_since
left join day
    on told.first_seen_on = day.drop_on
where
    day(told.starts_on) != 1
    or day({{ add_days('told.last_day', 1) }}) != 1
    or (day.drop_on is null and told.first_seen_on >= kept_since.first_drop_on)
