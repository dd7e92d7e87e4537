-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    'bps' as source,
    'dtsen_family' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'family' as role,
    'household' as unit,
    cast(null as varchar) as nik,
    cast(null as varchar) as nik_repair,
    cast(null as varchar) as nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    head_name_normalised as name_normalised,
    cast(null as date) as birth_date,
    region_code
from {{ ref('stg_bps__dtsen_family') }}

union all

select
    'bps' as source,
    'dtsen_member' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'member' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    name_normalised,
    birth_date,
    id_card_region_code as region_code
from {{ ref('stg_bps__dtsen_member') }}

union all

select
    'dukcapil' as source,
    'resident' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'member' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    name_normalised,
    birth_date,
    region_code
from {{ ref('stg_dukcapil__resident') }}
