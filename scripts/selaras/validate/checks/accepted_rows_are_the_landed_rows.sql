-- The empty table of every source is read too, so that a drop without rows can be checked.
with

landed as (

    select
        split_part(replace(filename, '\', '/'), '/', -4) as source,
        split_part(replace(filename, '\', '/'), '/', -3) as table_name,
        batch_date,
        file,
        count(*) as row_count

    from read_parquet(
        getvariable('landing') || '/*/*/**/*.parquet',
        filename = true,
        union_by_name = true,
        hive_partitioning = false
    )
    where
        batch_date <= (select as_of_date from ops.as_of)
        and split_part(replace(filename, '\', '/'), '/', -3) not in ('ledger', 'quarantine')
    group by all

),

reconciled as (

    select
        batch_date,
        source,
        table_name,
        file,
        rows_accepted

    from ops.reconciliation
    where status = 'accepted'

),

compared as (

    select
        coalesce(reconciled.batch_date, landed.batch_date) as batch_date,
        coalesce(reconciled.file, landed.file) as file,
        coalesce(reconciled.rows_accepted, 0) as rows_accepted,
        coalesce(landed.row_count, 0) as row_count

    from reconciled
    full outer join landed
        on
            reconciled.batch_date = landed.batch_date
            and reconciled.source = landed.source
            and reconciled.table_name = landed.table_name
            and reconciled.file = landed.file

)

select
    concat_ws(' ', batch_date, file) as subject,
    rows_accepted as observed,
    row_count as expected

from compared
where rows_accepted != row_count
