{{ config(materialized='view') }}

select
    source_row_id,
    batch_date,
    file_id,
    'bps' as source,
    nomor_induk_kependudukan as number_as_written,
    nomor_kartu_keluarga as card_as_written,
    nama as name_as_written,
    cast(null as varchar) as life_status_as_written,
    {{ is_marked('pbi_nas') }} as is_marked_central,
    {{ is_marked('pbi_pemda') }} as is_marked_local

from {{ source('bps', 'dtsen_member') }}

union all

select
    source_row_id,
    batch_date,
    file_id,
    'dukcapil' as source,
    nik as number_as_written,
    no_kk as card_as_written,
    nama_lgkp as name_as_written,
    status_penduduk as life_status_as_written,
    false as is_marked_central,
    false as is_marked_local

from {{ source('dukcapil', 'resident') }}
