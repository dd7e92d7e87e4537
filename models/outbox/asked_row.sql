select
    written.source_row_id,
    written.asked_role,
    written.source,
    written.table_name,
    written.batch_date,
    written.file,
    written.line,
    written.role,
    written.own_number,
    written.nik,
    written.no_kk,
    written.full_name,
    written.birth_date,
    written.place,
    read_as.region_code

from {{ ref('wanted_name') }} as written
left join {{ ref('name_region') }} as read_as
    on
        written.source_row_id = read_as.source_row_id
        and written.role = read_as.role

union all

select
    refused.source_row_id,
    wanted.asked_role,
    refused.source,
    refused.table_name,
    refused.batch_date,
    refused.file,
    refused.line,
    cast(null as varchar) as role,
    cast(null as varchar) as own_number,
    cast(null as varchar) as nik,
    cast(null as varchar) as no_kk,
    cast(null as varchar) as full_name,
    cast(null as varchar) as birth_date,
    cast(null as varchar) as place,
    cast(null as varchar) as region_code

from {{ ref('wanted_row') }} as wanted
inner join {{ ref('quarantine') }} as refused
    on wanted.source_row_id = refused.source_row_id
