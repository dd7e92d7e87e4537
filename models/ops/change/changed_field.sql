with

row_pair as (

    select * from {{ ref('row_pair') }}

),

changed_row as (

    select * from {{ ref('changed_row') }}

),

source_field as (

    select * from {{ ref('source_field') }}

),

cell as (

    select
        now.source,
        now.table_name,
        now.source_row_id,
        unnest(map_keys(now.cells)) as column_name,
        unnest(map_values(now.cells)) as written,
        unnest(map_values(former.cells)) as written_before

    from row_pair
    inner join changed_row as now
        on row_pair.source_row_id = now.source_row_id
    inner join changed_row as former
        on row_pair.previous_row_id = former.source_row_id

)

-- A column that the list of fields does not know keeps its own name; one that it lists
-- without a field is a running number.
select
    cell.source_row_id,
    coalesce(source_field.field, cell.column_name) as field

from cell
left join source_field
    on
        cell.source = source_field.source
        and cell.table_name = source_field.table_name
        and cell.column_name = source_field.column_name
where
    cell.written is distinct from cell.written_before
    and not (source_field.column_name is not null and source_field.field is null)
    and cell.column_name not in (
        'extra', 'number_cells', 'reading_note', 'snapshot_key', 'batch_date', 'file',
        'file_id', 'line', 'content_digest', 'source_row_id'
    )
