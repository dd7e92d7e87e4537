with

written as (

    select * from {{ ref('register_row') }}
    where source = 'bps'

),

marked as (

    select
        source_row_id,
        batch_date,
        number_as_written,
        'pbi_jk' as programme_id

    from written
    where is_marked_central

    union all

    select
        source_row_id,
        batch_date,
        number_as_written,
        'pbi_apbd' as programme_id

    from written
    where is_marked_local

),

-- The first drop that marked a person, told by the number as written.
since as (

    select
        programme_id,
        number_as_written,
        min(batch_date) as insured_since

    from marked
    where trim(number_as_written) != ''
    group by
        programme_id,
        number_as_written

)

select
    marked.source_row_id,
    marked.programme_id,
    coalesce(since.insured_since, marked.batch_date) as insured_since

from marked
left join since
    on
        marked.programme_id = since.programme_id
        and marked.number_as_written = since.number_as_written
