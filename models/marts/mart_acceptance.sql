{{ config(materialized='view') }}

with

acceptance as (

    select * from {{ source('selaras', 'acceptance') }}

)

-- A view, so that what is accepted after a build is published with it.
select
    coalesce(acceptance.kind, 'file') as kind,
    cast(acceptance.batch_date as date) as batch_date,
    acceptance.file,
    acceptance.measure_id,
    acceptance.subject_id,
    acceptance.figure_before,
    acceptance.figure_now,
    acceptance.reason,
    acceptance.accepted_by,
    acceptance.accepted_at,
    as_of.as_of_date

from acceptance
cross join {{ ref('as_of') }} as as_of
where cast(acceptance.batch_date as date) <= as_of.as_of_date
