with

snapshot_file as (

    select * from {{ ref('snapshot_file') }}
    where is_in_force

),

regular_list as (

    select distinct
        list_programme.source,
        list_programme.table_name

    from {{ ref('headline_programme') }} as counted
    inner join {{ ref('list_programme') }} as list_programme
        on counted.programme_id = list_programme.programme_id
    where counted.metric_id = 'regular_families'

),

regular as (

    select bool_and(snapshot_file.file_id is not null) as is_complete

    from regular_list
    left join snapshot_file
        on
            regular_list.source = snapshot_file.source
            and regular_list.table_name = snapshot_file.table_name

)

-- Silence of a list means something only where there is a list.
select
    coalesce(bool_or(seen.source = 'dinsos' and seen.table_name = 'care_home'), false)
        as has_care_home,
    coalesce(bool_or(seen.source = 'bapenda' and seen.table_name = 'asset'), false)
        as has_asset,
    coalesce(bool_and(regular.is_complete), false) as has_regular_aid

from regular
left join snapshot_file as seen
    on seen.is_in_force
