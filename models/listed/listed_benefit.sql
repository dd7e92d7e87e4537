-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}

select
    'dinsos' as source,
    'pkd' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    programme_id,
    cast(null as varchar) as component,
    'person' as unit,
    'recipient' as role,
    no_kk,
    period_starts_on,
    period_ends_on,
    cast({{ monthly_share('amount') }} as bigint) as monthly_amount,
    cast(amount as bigint) as amount,
    enrolment_status,
    payment_status,
    cast(null as date) as paid_on
from {{ ref('stg_dinsos__pkd') }}
where programme_id is not null

union all

select
    'disdik' as source,
    'diploma_relief' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    'diploma_relief' as programme_id,
    cast(null as varchar) as component,
    'person' as unit,
    'recipient' as role,
    cast(null as varchar) as no_kk,
    period_starts_on,
    period_ends_on,
    cast(null as bigint) as monthly_amount,
    cast(arrears as bigint) as amount,
    enrolment_status,
    payment_status,
    cast(paid_on as date) as paid_on
from {{ ref('stg_disdik__diploma_relief') }}

union all

select
    'disdik' as source,
    'kjmu' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    'kjmu' as programme_id,
    cast(null as varchar) as component,
    'person' as unit,
    'recipient' as role,
    no_kk,
    period_starts_on,
    period_ends_on,
    cast({{ monthly_share('semester_amount') }} as bigint) as monthly_amount,
    cast(semester_amount as bigint) as amount,
    enrolment_status,
    payment_status,
    cast(null as date) as paid_on
from {{ ref('stg_disdik__kjmu') }}

union all

select
    'disdik' as source,
    'kjp_plus' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    'kjp_plus' as programme_id,
    cast(null as varchar) as component,
    'person' as unit,
    'recipient' as role,
    no_kk,
    period_starts_on,
    period_ends_on,
    cast(monthly_amount as bigint) as monthly_amount,
    cast(amount as bigint) as amount,
    enrolment_status,
    payment_status,
    cast(null as date) as paid_on
from {{ ref('stg_disdik__kjp_plus') }}

union all

select
    'kemdiktisaintek' as source,
    'kipk' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    'kipk' as programme_id,
    cast(null as varchar) as component,
    'person' as unit,
    'recipient' as role,
    cast(null as varchar) as no_kk,
    period_starts_on,
    period_ends_on,
    cast(monthly_amount as bigint) as monthly_amount,
    cast(amount as bigint) as amount,
    enrolment_status,
    payment_status,
    cast(null as date) as paid_on
from {{ ref('stg_kemdiktisaintek__kipk') }}

union all

select
    'kemendikdasmen' as source,
    'pip' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    'pip' as programme_id,
    cast(null as varchar) as component,
    'person' as unit,
    'recipient' as role,
    cast(null as varchar) as no_kk,
    period_starts_on,
    period_ends_on,
    cast({{ monthly_share('amount') }} as bigint) as monthly_amount,
    cast(amount as bigint) as amount,
    enrolment_status,
    payment_status,
    cast(paid_on as date) as paid_on
from {{ ref('stg_kemendikdasmen__pip') }}

union all

select
    'kemensos' as source,
    'blts' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    'blts' as programme_id,
    cast(null as varchar) as component,
    'household' as unit,
    'recipient' as role,
    no_kk,
    period_starts_on,
    period_ends_on,
    cast({{ monthly_share('amount') }} as bigint) as monthly_amount,
    cast(amount as bigint) as amount,
    enrolment_status,
    payment_status,
    cast(paid_on as date) as paid_on
from {{ ref('stg_kemensos__blts') }}

union all

select
    'kemensos' as source,
    'pkh' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    'pkh' as programme_id,
    cast(component as varchar) as component,
    'household' as unit,
    'member' as role,
    no_kk,
    period_starts_on,
    period_ends_on,
    cast({{ monthly_share('amount') }} as bigint) as monthly_amount,
    cast(amount as bigint) as amount,
    enrolment_status,
    payment_status,
    cast(paid_on as date) as paid_on
from {{ ref('stg_kemensos__pkh') }}

union all

select
    'kemensos' as source,
    'sembako' as table_name,
    source_row_id,
    batch_date,
    snapshot_key,
    'sembako' as programme_id,
    cast(null as varchar) as component,
    'household' as unit,
    'recipient' as role,
    no_kk,
    period_starts_on,
    period_ends_on,
    cast({{ monthly_share('amount') }} as bigint) as monthly_amount,
    cast(amount as bigint) as amount,
    enrolment_status,
    payment_status,
    cast(paid_on as date) as paid_on
from {{ ref('stg_kemensos__sembako') }}
