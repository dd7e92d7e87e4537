with

ledger as (

    select * from {{ source('selaras', 'ledger') }}

)

select
    coalesce(
        try_cast(nullif('{{ day_asked_for() }}', '') as date),
        max(batch_date)
    ) as as_of_date

from ledger
