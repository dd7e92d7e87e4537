{{ config(materialized='view') }}

-- What neither stands in a row of the agency nor may be told by number is not asked.
select
    placed.item_id,
    placed.facts_id,
    placed.agency_id,
    placed.kind,
    placed.reason_id,
    placed.programme_id,
    placed.source_row_id,
    placed.asked_role,
    placed.monthly_amount,
    placed.settles,
    placed.need,
    placed.certainty,
    asked_row.source,
    asked_row.table_name

from {{ ref('placed_item') }} as placed
left join {{ ref('asked_row') }} as asked_row
    on
        placed.source_row_id = asked_row.source_row_id
        and placed.asked_role = asked_row.asked_role
left join {{ ref('known_item') }} as known
    on placed.item_id = known.item_id
where coalesce(asked_row.file, known.nik, known.no_kk) is not null
