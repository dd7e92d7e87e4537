with

wanted as (

    select distinct
        source_row_id,
        asked_role
    from {{ ref('placed_item') }}
    where source_row_id is not null

),

-- The role that was asked for, else whom the row is for.
written as (

    select
        wanted.asked_role,
        written.*,
        {{ role_rank('written.role') }} as role_rank
    from wanted
    inner join {{ ref('written_name') }} as written
        on
            wanted.source_row_id = written.source_row_id
            and coalesce(nullif(wanted.asked_role, ''), written.role) = written.role

),

first_role as (

    select
        source_row_id,
        asked_role,
        min(role_rank) as role_rank
    from written
    group by
        source_row_id,
        asked_role

),

read_as as (

    select
        source_row_id,
        role,
        region_code
    from {{ ref('listed_name') }}

    union all

    select
        source_row_id,
        role,
        region_code
    from {{ ref('register_name') }}

)

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

from written
inner join first_role
    on
        written.source_row_id = first_role.source_row_id
        and written.asked_role = first_role.asked_role
        and written.role_rank = first_role.role_rank
left join read_as
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

from wanted
inner join {{ ref('quarantine') }} as refused
    on wanted.source_row_id = refused.source_row_id
