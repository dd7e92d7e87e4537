-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    'bps' as source,
    'dtsen_member' as table_name,
    source_row_id,
    batch_date,
    'pbi_jk' as programme_id
from {{ ref('stg_bps__dtsen_member') }}
where has_central_insurance

union all

select
    'bps' as source,
    'dtsen_member' as table_name,
    source_row_id,
    batch_date,
    'pbi_apbd' as programme_id
from {{ ref('stg_bps__dtsen_member') }}
where has_local_insurance
