{{ config(materialized='view') }}

select {{ item_columns() }} from {{ ref('item_correction') }}
union all
select {{ item_columns() }} from {{ ref('item_refused_row') }}
union all
select {{ item_columns() }} from {{ ref('item_finding') }}
union all
select {{ item_columns() }} from {{ ref('item_leaked') }}
union all
select {{ item_columns() }} from {{ ref('item_candidate') }}
union all
select {{ item_columns() }} from {{ ref('item_missed') }}
union all
select {{ item_columns() }} from {{ ref('item_unknown') }}
