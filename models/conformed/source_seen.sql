with

snapshot_file as (

    select * from {{ ref('snapshot_file') }}
    where is_in_force

)

-- Silence of a list means something only where there is a list.
select
    coalesce(bool_or(source = 'dinsos' and table_name = 'care_home'), false)
        as has_care_home,
    coalesce(bool_or(source = 'bapenda' and table_name = 'asset'), false)
        as has_asset,
    coalesce(bool_or(source = 'kemensos' and table_name = 'pkh'), false)
    and coalesce(bool_or(source = 'kemensos' and table_name = 'sembako'), false)
        as has_regular_aid

from snapshot_file
