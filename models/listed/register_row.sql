-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    'bps' as source,
    'dtsen_member' as table_name,
    source_row_id,
    batch_date,
    file_id,
    nomor_induk_kependudukan as number_as_written,
    nomor_kartu_keluarga as card_as_written,
    nama as name_as_written,
    cast(null as varchar) as life_status_as_written
from {{ source('bps', 'dtsen_member') }}

union all

select
    'dukcapil' as source,
    'resident' as table_name,
    source_row_id,
    batch_date,
    file_id,
    nik as number_as_written,
    no_kk as card_as_written,
    nama_lgkp as name_as_written,
    status_penduduk as life_status_as_written
from {{ source('dukcapil', 'resident') }}
