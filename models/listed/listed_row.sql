-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    'bapenda' as source,
    'asset' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_bapenda__asset') }}

union all

select
    'bps' as source,
    'dtsen_family' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_bps__dtsen_family') }}

union all

select
    'bps' as source,
    'dtsen_member' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_bps__dtsen_member') }}

union all

select
    'dinsos' as source,
    'care_home' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_dinsos__care_home') }}

union all

select
    'dinsos' as source,
    'decision' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_dinsos__decision') }}

union all

select
    'dinsos' as source,
    'field_answer' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_dinsos__field_answer') }}

union all

select
    'dinsos' as source,
    'objection' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_dinsos__objection') }}

union all

select
    'dinsos' as source,
    'pkd' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_dinsos__pkd') }}

union all

select
    'disdik' as source,
    'diploma_relief' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_disdik__diploma_relief') }}

union all

select
    'disdik' as source,
    'kjmu' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_disdik__kjmu') }}

union all

select
    'disdik' as source,
    'kjp_plus' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_disdik__kjp_plus') }}

union all

select
    'dukcapil' as source,
    'resident' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_dukcapil__resident') }}

union all

select
    'kemdiktisaintek' as source,
    'kipk' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_kemdiktisaintek__kipk') }}

union all

select
    'kemendikdasmen' as source,
    'pip' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_kemendikdasmen__pip') }}

union all

select
    'kemensos' as source,
    'blts' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_kemensos__blts') }}

union all

select
    'kemensos' as source,
    'pkh' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_kemensos__pkh') }}

union all

select
    'kemensos' as source,
    'sembako' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_kemensos__sembako') }}

union all

select
    'outbox' as source,
    'answer' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    file,
    line,
    notes,
    unread
from {{ ref('stg_outbox__answer') }}
