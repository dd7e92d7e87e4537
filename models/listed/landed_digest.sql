-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    file_id,
    content_digest
from {{ source('bapenda', 'asset') }}

union all

select
    file_id,
    content_digest
from {{ source('bps', 'dtsen_family') }}

union all

select
    file_id,
    content_digest
from {{ source('bps', 'dtsen_member') }}

union all

select
    file_id,
    content_digest
from {{ source('dinsos', 'care_home') }}

union all

select
    file_id,
    content_digest
from {{ source('dinsos', 'decision') }}

union all

select
    file_id,
    content_digest
from {{ source('dinsos', 'field_answer') }}

union all

select
    file_id,
    content_digest
from {{ source('dinsos', 'objection') }}

union all

select
    file_id,
    content_digest
from {{ source('dinsos', 'pkd') }}

union all

select
    file_id,
    content_digest
from {{ source('disdik', 'diploma_relief') }}

union all

select
    file_id,
    content_digest
from {{ source('disdik', 'kjmu') }}

union all

select
    file_id,
    content_digest
from {{ source('disdik', 'kjp_plus') }}

union all

select
    file_id,
    content_digest
from {{ source('dukcapil', 'resident') }}

union all

select
    file_id,
    content_digest
from {{ source('kemdiktisaintek', 'kipk') }}

union all

select
    file_id,
    content_digest
from {{ source('kemendikdasmen', 'pip') }}

union all

select
    file_id,
    content_digest
from {{ source('kemensos', 'blts') }}

union all

select
    file_id,
    content_digest
from {{ source('kemensos', 'pkh') }}

union all

select
    file_id,
    content_digest
from {{ source('kemensos', 'sembako') }}

union all

select
    file_id,
    content_digest
from {{ source('outbox', 'answer') }}
