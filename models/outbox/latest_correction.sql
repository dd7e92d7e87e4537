{{ config(materialized='view') }}

with

correction as (

    select * from {{ ref('correction') }}

),

-- Which row tells it, whomever the rows of the other files were found to name.
latest as (

    select
        correction.source,
        correction.table_name,
        correction.role,
        correction.column_name,
        correction.written_identity,
        correction.current_value,
        {{ last_row('correction', 'source_row_id') }} as source_row_id,
        max_by(
            correction.reason_id,
            concat_ws(
                '/', correction.batch_date, correction.snapshot_key,
                correction.source_row_id, correction.reason_id
            )
        ) as reason_id,
        count(*) as row_count

    from correction
    group by all

)

select
    correction.agency_id,
    correction.source,
    correction.table_name,
    correction.role,
    correction.column_name,
    correction.written_identity,
    correction.current_value,
    correction.proposed_value,
    correction.reason_id,
    correction.source_row_id,
    correction.person_id,
    correction.household_id,
    correction.match_method,
    correction.score,
    latest.row_count

from latest
inner join correction
    on
        latest.source_row_id = correction.source_row_id
        and latest.role = correction.role
        and latest.column_name = correction.column_name
        and latest.reason_id = correction.reason_id
