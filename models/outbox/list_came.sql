{{ config(materialized='view') }}

select
    supplier.agency_id,
    snapshot_file.source,
    snapshot_file.table_name,
    max(snapshot_file.batch_date) as batch_date

from {{ ref('snapshot_file') }} as snapshot_file
inner join {{ ref('supplier') }} as supplier
    on snapshot_file.source = supplier.source
where snapshot_file.is_in_force
group by
    supplier.agency_id,
    snapshot_file.source,
    snapshot_file.table_name
