with

staged as (

    select
        source,
        table_name,
        batch_date,
        file,
        count(*) as row_count
    from {{ ref('listed_row') }}
    group by
        source,
        table_name,
        batch_date,
        file

),

expected as (

    select
        ledger.source,
        ledger.table_name,
        ledger.batch_date,
        ledger.file,
        ledger.rows_accepted
    from {{ source('selaras', 'ledger') }} as ledger
    inner join {{ ref('snapshot_file') }} as snapshot_file
        on ledger.file_id = snapshot_file.file_id
    where snapshot_file.is_in_force

)

select
    expected.*,
    staged.row_count
from expected
left join staged
    on
        expected.source = staged.source
        and expected.table_name = staged.table_name
        and expected.batch_date = staged.batch_date
        and expected.file = staged.file
where coalesce(staged.row_count, 0) != expected.rows_accepted
