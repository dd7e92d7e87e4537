select
    file,
    rows_read,
    rows_accepted,
    rows_quarantined

from {{ ref('reconciliation') }}
where rows_read is distinct from rows_accepted + rows_quarantined
