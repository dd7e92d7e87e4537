with

finding as (

    select * from {{ ref('fct_finding') }}
    where disposition not in ('false_positive', 'resolved')

),

named as (

    select distinct
        finding_id,
        unnest({{ regex_parts('evidence', '[0-9a-f]{12}-[0-9]+') }}) as source_row_id
    from finding

)

select
    named.finding_id,
    supplier.agency_id,
    listed_row.source,
    listed_row.table_name,
    listed_row.source_row_id,
    listed_row.batch_date,
    listed_row.snapshot_key,
    listed_row.file,
    listed_row.line

from named
inner join {{ ref('listed_row') }} as listed_row
    on named.source_row_id = listed_row.source_row_id
inner join {{ ref('supplier') }} as supplier
    on listed_row.source = supplier.source
