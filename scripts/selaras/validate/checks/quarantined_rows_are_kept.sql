with

kept as (

    select
        batch_date,
        source,
        table_name,
        file,
        count(*) as row_count

    from ops.quarantine
    group by all

)

select
    concat_ws(' ', reconciliation.batch_date, reconciliation.file) as subject,
    coalesce(kept.row_count, 0) as observed,
    reconciliation.rows_quarantined as expected

from ops.reconciliation as reconciliation
left join kept
    on
        reconciliation.batch_date = kept.batch_date
        and reconciliation.source = kept.source
        and reconciliation.table_name = kept.table_name
        and reconciliation.file = kept.file
where coalesce(kept.row_count, 0) != reconciliation.rows_quarantined
