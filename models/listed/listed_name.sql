-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    'bapenda' as source,
    'asset' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    cast(null as varchar) as no_kk,
    cast(null as varchar) as no_kk_repair,
    cast(null as varchar) as no_kk_remains,
    cast(null as varchar) as name_normalised,
    cast(null as date) as birth_date,
    cast(null as varchar) as region_code
from {{ ref('stg_bapenda__asset') }}

union all

select
    'dinsos' as source,
    'care_home' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    cast(null as varchar) as no_kk,
    cast(null as varchar) as no_kk_repair,
    cast(null as varchar) as no_kk_remains,
    name_normalised,
    birth_date,
    cast(null as varchar) as region_code
from {{ ref('stg_dinsos__care_home') }}

union all

select
    'dinsos' as source,
    'field_answer' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    name_normalised,
    cast(null as date) as birth_date,
    cast(null as varchar) as region_code
from {{ ref('stg_dinsos__field_answer') }}

union all

select
    'dinsos' as source,
    'objection' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    cast(null as varchar) as name_normalised,
    cast(null as date) as birth_date,
    cast(null as varchar) as region_code
from {{ ref('stg_dinsos__objection') }}

union all

select
    'dinsos' as source,
    'pkd' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
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
from {{ ref('stg_dinsos__pkd') }}

union all

select
    'disdik' as source,
    'diploma_relief' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    cast(null as varchar) as no_kk,
    cast(null as varchar) as no_kk_repair,
    cast(null as varchar) as no_kk_remains,
    name_normalised,
    birth_date,
    cast(null as varchar) as region_code
from {{ ref('stg_disdik__diploma_relief') }}

union all

select
    'disdik' as source,
    'kjmu' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    name_normalised,
    birth_date,
    cast(null as varchar) as region_code
from {{ ref('stg_disdik__kjmu') }}

union all

select
    'disdik' as source,
    'kjp_plus' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
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
from {{ ref('stg_disdik__kjp_plus') }}

union all

select
    'kemdiktisaintek' as source,
    'kipk' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    cast(null as varchar) as no_kk,
    cast(null as varchar) as no_kk_repair,
    cast(null as varchar) as no_kk_remains,
    name_normalised,
    birth_date,
    cast(null as varchar) as region_code
from {{ ref('stg_kemdiktisaintek__kipk') }}

union all

select
    'kemendikdasmen' as source,
    'pip' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'person' as unit,
    nik,
    nik_repair,
    nik_remains,
    cast(null as varchar) as no_kk,
    cast(null as varchar) as no_kk_repair,
    cast(null as varchar) as no_kk_remains,
    name_normalised,
    birth_date,
    cast(null as varchar) as region_code
from {{ ref('stg_kemendikdasmen__pip') }}

union all

select
    'kemensos' as source,
    'blts' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'household' as unit,
    nik,
    nik_repair,
    nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    name_normalised,
    cast(null as date) as birth_date,
    region_code
from {{ ref('stg_kemensos__blts') }}

union all

select
    'kemensos' as source,
    'pkh' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'manager' as role,
    'household' as unit,
    manager_nik as nik,
    manager_nik_repair as nik_repair,
    manager_nik_remains as nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    manager_name_normalised as name_normalised,
    cast(null as date) as birth_date,
    region_code
from {{ ref('stg_kemensos__pkh') }}

union all

select
    'kemensos' as source,
    'pkh' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'member' as role,
    'household' as unit,
    member_nik as nik,
    member_nik_repair as nik_repair,
    member_nik_remains as nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    member_name_normalised as name_normalised,
    member_birth_date as birth_date,
    region_code
from {{ ref('stg_kemensos__pkh') }}

union all

select
    'kemensos' as source,
    'sembako' as table_name,
    source_row_id,
    batch_date,
    file,
    line,
    'recipient' as role,
    'household' as unit,
    nik,
    nik_repair,
    nik_remains,
    no_kk,
    no_kk_repair,
    no_kk_remains,
    name_normalised,
    cast(null as date) as birth_date,
    region_code
from {{ ref('stg_kemensos__sembako') }}
