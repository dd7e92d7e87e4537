-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    'bapenda' as source,
    'asset' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(null as varchar) as no_kk,
    cast(null as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(null as varchar) as birth_date,
    cast(null as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast(null as varchar) as no_kk_column
from {{ source('bapenda', 'asset') }}

union all

select
    'bps' as source,
    'dtsen_family' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'family' as role,
    cast(nomor_kartu_keluarga as varchar) as no_kk,
    cast(nama_kepala_keluarga as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(null as varchar) as nik,
    cast(null as varchar) as birth_date,
    cast(kelurahan_desa as varchar) as place,
    cast(null as varchar) as nik_column,
    cast('nomor_kartu_keluarga' as varchar) as no_kk_column
from {{ source('bps', 'dtsen_family') }}

union all

select
    'bps' as source,
    'dtsen_member' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'member' as role,
    cast(nomor_kartu_keluarga as varchar) as no_kk,
    cast(nama as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nomor_induk_kependudukan as varchar) as nik,
    cast(tanggal_lahir as varchar) as birth_date,
    cast(null as varchar) as place,
    cast('nomor_induk_kependudukan' as varchar) as nik_column,
    cast('nomor_kartu_keluarga' as varchar) as no_kk_column
from {{ source('bps', 'dtsen_member') }}

union all

select
    'dinsos' as source,
    'care_home' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(null as varchar) as no_kk,
    cast(nama as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(tgl_lahir as varchar) as birth_date,
    cast(null as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast(null as varchar) as no_kk_column
from {{ source('dinsos', 'care_home') }}

union all

select
    'dinsos' as source,
    'field_answer' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(no_kk as varchar) as no_kk,
    cast(nama as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(null as varchar) as birth_date,
    cast(null as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('dinsos', 'field_answer') }}

union all

select
    'dinsos' as source,
    'objection' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(no_kk as varchar) as no_kk,
    cast(null as varchar) as full_name,
    cast(id as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(null as varchar) as birth_date,
    cast(null as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('dinsos', 'objection') }}

union all

select
    'dinsos' as source,
    'pkd' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(no_kk as varchar) as no_kk,
    cast(nama as varchar) as full_name,
    cast(no_rekening as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(tgl_lahir as varchar) as birth_date,
    cast(kelurahan as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('dinsos', 'pkd') }}

union all

select
    'disdik' as source,
    'diploma_relief' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(null as varchar) as no_kk,
    cast(nama as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(tanggal_lahir as varchar) as birth_date,
    cast(null as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast(null as varchar) as no_kk_column
from {{ source('disdik', 'diploma_relief') }}

union all

select
    'disdik' as source,
    'kjmu' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(no_kk as varchar) as no_kk,
    cast(nama as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(tanggal_lahir as varchar) as birth_date,
    cast(null as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('disdik', 'kjmu') }}

union all

select
    'disdik' as source,
    'kjp_plus' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(no_kk as varchar) as no_kk,
    cast(nama_siswa as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik_siswa as varchar) as nik,
    cast(tanggal_lahir as varchar) as birth_date,
    cast(kelurahan as varchar) as place,
    cast('nik_siswa' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('disdik', 'kjp_plus') }}

union all

select
    'dukcapil' as source,
    'resident' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'member' as role,
    cast(no_kk as varchar) as no_kk,
    cast(nama_lgkp as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(tgl_lhr as varchar) as birth_date,
    cast(kode_wilayah as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('dukcapil', 'resident') }}

union all

select
    'kemdiktisaintek' as source,
    'kipk' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(null as varchar) as no_kk,
    cast(nama as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(tgl_lahir as varchar) as birth_date,
    cast(null as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast(null as varchar) as no_kk_column
from {{ source('kemdiktisaintek', 'kipk') }}

union all

select
    'kemendikdasmen' as source,
    'pip' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(null as varchar) as no_kk,
    cast(nama_siswa as varchar) as full_name,
    cast(nisn as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(tanggal_lahir as varchar) as birth_date,
    cast(null as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast(null as varchar) as no_kk_column
from {{ source('kemendikdasmen', 'pip') }}

union all

select
    'kemensos' as source,
    'blts' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(no_kk as varchar) as no_kk,
    cast(nama_kpm as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik_kpm as varchar) as nik,
    cast(null as varchar) as birth_date,
    cast(kode_kel as varchar) as place,
    cast('nik_kpm' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('kemensos', 'blts') }}

union all

select
    'kemensos' as source,
    'pkh' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'manager' as role,
    cast(no_kk as varchar) as no_kk,
    cast(nama_pengurus as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik_pengurus as varchar) as nik,
    cast(tgl_lahir_anggota as varchar) as birth_date,
    cast(kode_kel as varchar) as place,
    cast('nik_pengurus' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('kemensos', 'pkh') }}

union all

select
    'kemensos' as source,
    'pkh' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'member' as role,
    cast(no_kk as varchar) as no_kk,
    cast(nama_anggota as varchar) as full_name,
    cast(null as varchar) as own_number,
    cast(nik_anggota as varchar) as nik,
    cast(tgl_lahir_anggota as varchar) as birth_date,
    cast(kode_kel as varchar) as place,
    cast('nik_anggota' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('kemensos', 'pkh') }}

union all

select
    'kemensos' as source,
    'sembako' as table_name,
    source_row_id,
    file_id,
    file,
    line,
    batch_date,
    snapshot_key,
    'recipient' as role,
    cast(no_kk as varchar) as no_kk,
    cast(nama as varchar) as full_name,
    cast(no_kks as varchar) as own_number,
    cast(nik as varchar) as nik,
    cast(null as varchar) as birth_date,
    cast(kode_kel as varchar) as place,
    cast('nik' as varchar) as nik_column,
    cast('no_kk' as varchar) as no_kk_column
from {{ source('kemensos', 'sembako') }}
