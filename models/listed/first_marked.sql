-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ config(materialized='view') }}
with

marked as (

    select
        source_row_id,
        batch_date,
        nomor_induk_kependudukan as number_as_written,
        'pbi_jk' as programme_id
    from {{ source('bps', 'dtsen_member') }}
    where {{ is_marked('pbi_nas') }}

    union all

    select
        source_row_id,
        batch_date,
        nomor_induk_kependudukan as number_as_written,
        'pbi_apbd' as programme_id
    from {{ source('bps', 'dtsen_member') }}
    where {{ is_marked('pbi_pemda') }}

),

since as (

    select
        programme_id,
        number_as_written,
        min(batch_date) as marked_since

    from marked
    where trim(number_as_written) != ''
    group by
        programme_id,
        number_as_written

)

select
    marked.source_row_id,
    marked.programme_id,
    coalesce(since.marked_since, marked.batch_date) as marked_since

from marked
left join since
    on
        marked.programme_id = since.programme_id
        and marked.number_as_written = since.number_as_written
