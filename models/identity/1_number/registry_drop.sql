with

ledger as (

    select * from {{ source('selaras', 'ledger') }}
    where status = 'accepted' and source = 'dukcapil' and table_name = 'resident'

),

as_of as (

    select * from {{ ref('as_of') }}

),

zeroed as (

    {{ zeroed_columns_by_file(source('dukcapil', 'resident'), ['nik', 'no_kk']) }}

),

-- A file that lost the sixteenth digit of its numbers does not say who came or went.
readable as (

    select
        ledger.batch_date,
        max(ledger.file) as newest_file

    from ledger
    inner join as_of
        on ledger.batch_date <= as_of.as_of_date
    left join zeroed
        on ledger.file_id = zeroed.file_id
    where not {{ is_listed('nik', 'zeroed.zeroed_columns') }}
    group by ledger.batch_date

)

select
    readable.batch_date,
    ledger.file_id,
    zeroed.zeroed_columns,
    lag(readable.batch_date) over (order by readable.batch_date) as previous_batch_date,
    lead(readable.batch_date) over (order by readable.batch_date) as next_batch_date

from readable
inner join ledger
    on
        readable.batch_date = ledger.batch_date
        and readable.newest_file = ledger.file
left join zeroed
    on ledger.file_id = zeroed.file_id
