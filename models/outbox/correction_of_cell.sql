with

unread_cell as (

    select * from {{ ref('unread_cell') }}

),

unknown_word as (

    select * from {{ ref('unknown_word') }}

),

role as (

    select
        source_row_id,
        min_by(role, {{ role_rank('role') }}) as role
    from {{ ref('listed_name') }}
    group by source_row_id

)

-- The nearest known word is offered and never taken.
select
    supplier.agency_id,
    unread_cell.source_row_id,
    coalesce(role.role, 'member') as role,
    unread_cell.column_name,
    unread_cell.written as current_value,
    unknown_word.nearest_word as proposed_value,
    unread_cell.note as reason_id

from unread_cell
inner join {{ ref('supplier') }} as supplier
    on unread_cell.source = supplier.source
left join role
    on unread_cell.source_row_id = role.source_row_id
left join unknown_word
    on
        unread_cell.source = unknown_word.source
        and unread_cell.table_name = unknown_word.table_name
        and unread_cell.batch_date = unknown_word.batch_date
        and unread_cell.file = unknown_word.file
        and unread_cell.column_name = unknown_word.column_name
        and unread_cell.written = unknown_word.written
