with

quarantine as (

    select * from {{ source('selaras', 'quarantine') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    quarantine.source_row_id,
    quarantine.batch_date,
    quarantine.source,
    quarantine.table_name,
    quarantine.file,
    quarantine.line,
    quarantine.reason,
    quarantine.raw

from quarantine
inner join as_of
    on quarantine.batch_date <= as_of.as_of_date
