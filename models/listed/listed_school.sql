-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    'disdik' as source,
    'kjp_plus' as table_name,
    source_row_id,
    snapshot_key,
    school_type,
    is_private_school as is_in_private_school
from {{ ref('stg_disdik__kjp_plus') }}
