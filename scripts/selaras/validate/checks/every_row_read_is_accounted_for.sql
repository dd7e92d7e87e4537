select
    concat_ws(' ', batch_date, source || '.' || table_name, file) as subject,
    concat_ws(' + ', rows_accepted, rows_quarantined) as observed,
    rows_read as expected

from ops.reconciliation
where
    rows_read is null
    or rows_accepted is null
    or rows_quarantined is null
    or rows_read != rows_accepted + rows_quarantined
