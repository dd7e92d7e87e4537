with

-- A file that came again byte for byte has changed nothing and is not compared.
paired as (

    select
        case
            when {{ is_of_a_place('now.snapshot_key') }}
                then concat_ws('/', now.source, now.table_name, now.batch_date)
            else now.file_id
        end as compared_id,
        now.source,
        now.table_name,
        now.file_id,
        former.file_id as previous_file_id,
        now.batch_date,
        former.batch_date as previous_batch_date

    from {{ ref('snapshot_file') }} as now
    inner join {{ ref('snapshot_file') }} as former
        on
            now.source = former.source
            and now.table_name = former.table_name
            and now.snapshot_key = former.snapshot_key
            and now.is_in_force
            and not former.is_in_force
    inner join {{ source('selaras', 'ledger') }} as now_ledger
        on now.file_id = now_ledger.file_id
    inner join {{ source('selaras', 'ledger') }} as former_ledger
        on former.file_id = former_ledger.file_id
    where now_ledger.sha256 is distinct from former_ledger.sha256

)

select
    compared_id,
    source,
    table_name,
    file_id,
    true as is_in_force,
    batch_date,
    previous_batch_date

from paired

union all

select
    compared_id,
    source,
    table_name,
    previous_file_id as file_id,
    false as is_in_force,
    batch_date,
    previous_batch_date

from paired
