-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    'disdik' as source,
    'diploma_relief' as table_name,
    source_row_id,
    snapshot_key,
    arrears as diploma_arrears,
    has_debit_letter
from {{ ref('stg_disdik__diploma_relief') }}
