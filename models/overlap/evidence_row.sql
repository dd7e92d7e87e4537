with

told as (

    select
        finding_id as cause_id,
        evidence
    from {{ ref('finding') }}

    union all

    select
        cause_id,
        evidence
    from {{ ref('leaked_verdict') }}

),

item as (

    select
        cause_id,
        {{ split_rows('evidence', '; ') }} as item
    from told
    where evidence is not null

),

read as (

    select distinct
        cause_id,
        split_part(item, '/', 1) as side,
        split_part(item, '/', 2) as source_row_id,
        nullif(split_part(item, '/', 3), '') as field

    from item

)

-- A row is told by the file that held it and its line there.
select
    read.cause_id,
    read.side,
    ledger.source,
    ledger.table_name,
    ledger.batch_date,
    ledger.file,
    try_cast(split_part(read.source_row_id, '-', 2) as bigint) as line,
    read.source_row_id,
    read.field

from read
left join {{ source('selaras', 'ledger') }} as ledger
    on split_part(read.source_row_id, '-', 1) = ledger.file_id
