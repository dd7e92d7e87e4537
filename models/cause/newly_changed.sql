{{ config(materialized='ephemeral') }}

with

last_week as (

    select * from {{ ref('last_week') }}

),

compared_file as (

    select * from {{ ref('compared_file') }}

)

select
    row_change.source_row_id,
    row_change.previous_row_id,
    row_change.source,
    row_change.table_name,
    row_change.change_kind,
    compared_file.batch_date

from {{ ref('row_change') }} as row_change
inner join compared_file
    on row_change.file_id = compared_file.file_id
inner join last_week
    on compared_file.batch_date > last_week.was_on
