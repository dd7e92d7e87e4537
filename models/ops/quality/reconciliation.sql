with

repaired as (

    select
        source,
        table_name,
        batch_date,
        file,
        count(*) filter (where notes is not null) as rows_repaired

    from {{ ref('listed_row') }}
    group by all

)

-- Repairs are counted in the files in force; a replaced file is no longer read.
select
    ledger.batch_date,
    ledger.source,
    ledger.table_name,
    ledger.file,
    ledger.snapshot_key,
    ledger.rows_read,
    ledger.rows_accepted,
    case
        when snapshot_file.is_in_force then coalesce(repaired.rows_repaired, 0)
    end as rows_repaired,
    ledger.rows_quarantined,
    ledger.rows_ignored,
    ledger.status,
    ledger.reason,
    coalesce(snapshot_file.is_in_force, false) as is_in_force,
    snapshot_file.is_in_force
    and ledger.batch_date < max(ledger.batch_date) over () as is_stale

from {{ source('selaras', 'ledger') }} as ledger
inner join {{ ref('as_of') }} as as_of
    on ledger.batch_date <= as_of.as_of_date
left join {{ ref('snapshot_file') }} as snapshot_file
    on ledger.file_id = snapshot_file.file_id
left join repaired
    on
        ledger.source = repaired.source
        and ledger.table_name = repaired.table_name
        and ledger.batch_date = repaired.batch_date
        and ledger.file = repaired.file
