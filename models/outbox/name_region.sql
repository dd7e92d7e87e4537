{{ config(materialized='view') }}

select
    source_row_id,
    role,
    region_code
from {{ ref('listed_name') }}

union all

select
    source_row_id,
    role,
    region_code
from {{ ref('register_name') }}
