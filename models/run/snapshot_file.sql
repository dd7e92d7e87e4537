with

ledger as (

    select * from {{ source('selaras', 'ledger') }}
    where status = 'accepted'

),

as_of as (

    select * from {{ ref('as_of') }}

),

ranked as (

    select
        ledger.file_id,
        ledger.source,
        ledger.table_name,
        ledger.snapshot_key,
        ledger.batch_date,
        row_number() over (
            partition by ledger.source, ledger.table_name, ledger.snapshot_key
            order by ledger.batch_date desc, ledger.file desc
        ) as recency

    from ledger
    inner join as_of
        on ledger.batch_date <= as_of.as_of_date

)

select
    file_id,
    source,
    table_name,
    snapshot_key,
    batch_date,
    recency = 1 as is_in_force

from ranked
where recency <= 2
