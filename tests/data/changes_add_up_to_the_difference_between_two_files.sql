-- Rows accepted now are those accepted before, and the new ones without the removed.
with

compared_file as (

    select * from {{ ref('compared_file') }}

),

ledger as (

    select * from {{ source('selaras', 'ledger') }}

),

grown as (

    select
        compared_file.compared_id,
        sum(
            case when compared_file.is_in_force then 1 else -1 end
            * ledger.rows_accepted
        ) as row_count

    from compared_file
    inner join ledger
        on compared_file.file_id = ledger.file_id
    group by compared_file.compared_id

),

changed as (

    select
        compared_file.compared_id,
        count(*) filter (where row_change.change_kind = 'new')
        - count(*) filter (where row_change.change_kind = 'removed') as row_count

    from {{ ref('row_change') }} as row_change
    inner join compared_file
        on row_change.file_id = compared_file.file_id
    group by compared_file.compared_id

)

select
    grown.compared_id,
    grown.row_count as expected,
    changed.row_count as found

from grown
left join changed
    on grown.compared_id = changed.compared_id
where grown.row_count != coalesce(changed.row_count, 0)
