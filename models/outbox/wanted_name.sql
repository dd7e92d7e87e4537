{{ config(materialized='view') }}

with

-- The role that was asked for, else whom the row is for.
written as (

    select
        wanted.asked_role,
        written.*,
        {{ role_rank('written.role') }} as role_rank
    from {{ ref('wanted_row') }} as wanted
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
    written.place

from written
inner join first_role
    on
        written.source_row_id = first_role.source_row_id
        and written.asked_role = first_role.asked_role
        and written.role_rank = first_role.role_rank
