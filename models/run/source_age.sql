with

list_age as (

    select * from {{ ref('list_age') }}

),

-- A list that comes in one file a place is as old as its oldest place.
place_file as (

    select
        source,
        table_name,
        max(batch_date) as batch_date

    from {{ ref('snapshot_file') }}
    where is_in_force
    group by
        source,
        table_name,
        case when {{ is_of_a_place('snapshot_key') }} then snapshot_key end

),

last_snapshot as (

    select
        source,
        table_name,
        min(batch_date) as last_batch_date

    from place_file
    group by
        source,
        table_name

)

select
    list_age.source,
    list_age.table_name,
    last_snapshot.last_batch_date,
    {{ days_between('last_snapshot.last_batch_date', 'as_of.as_of_date') }} as age_days,
    list_age.stale_after_days,
    list_age.too_old_after_days,
    coalesce(age_days > list_age.stale_after_days, false) as is_stale,
    coalesce(age_days > list_age.too_old_after_days, false) as is_too_old

from list_age
cross join {{ ref('as_of') }} as as_of
left join last_snapshot
    on
        list_age.source = last_snapshot.source
        and list_age.table_name = last_snapshot.table_name
