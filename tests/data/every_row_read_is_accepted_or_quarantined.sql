select *
from {{ ref('reconciliation') }}
where rows_read is distinct from rows_accepted + rows_quarantined
