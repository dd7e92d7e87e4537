{{ config(materialized='view') }}

with

interval_of_part as (

    select * from {{ ref('audit_interval') }}

)

select
    draw_id,
    measure,
    reported_for,
    {{ stratum_columns() }},
    sum(unit_count) as unit_count,
    sum(drawn_count) as drawn_count,
    sum(answered_count) as answered_count,
    sum(leaked_count) as leaked_count,
    sum(missed_count) as missed_count,
    sum(reached_count) as reached_count,
    sum(case when part = 'unlinked' then unit_count else 0 end) as unlinked_count,
    -- large parts of which nothing is known leave the whole unknown
    sum(case when answered_count = 0 then unit_count else 0 end)
    <= {{ var('audit_silent_share') }} * sum(unit_count) as is_estimated,
    sum(unit_count * error_share) as error_units,
    sum(unit_count * (error_share + right_share)) as whole_units,
    sum(pow(unit_count * error_below, 2)) as errors_below,
    sum(pow(unit_count * error_above, 2)) as errors_above,
    sum(pow(unit_count * right_below, 2)) as rights_below,
    sum(pow(unit_count * right_above, 2)) as rights_above,
    sum(pow(unit_count, 2) * error_below * right_above * opposition) as both_below,
    sum(pow(unit_count, 2) * error_above * right_below * opposition) as both_above,
    sum(seen_error_units) as seen_error_units,
    sum(seen_right_units) as seen_right_units,
    sum(silent_units) as silent_units

from interval_of_part
group by
    draw_id,
    measure,
    reported_for,
    {{ stratum_columns() }}
