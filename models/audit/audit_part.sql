{{ config(materialized='view') }}

with

domain as (

    select * from {{ ref('audit_domain') }}

),

-- A stratum in which nobody answered counts as the others of its part do; a part in
-- which nobody did may be anything.
summed as (

    select
        draw_id,
        measure,
        reported_for,
        {{ stratum_columns() }},
        part,
        sum(unit_count) as unit_count,
        sum(drawn_count) as drawn_count,
        sum(answered_count) as answered_count,
        sum(leaked_count) as leaked_count,
        sum(missed_count) as missed_count,
        sum(reached_count) as reached_count,
        sum(case when answered_count > 0 then unit_count end) as told_count,
        sum(unit_count * error_count / nullif(answered_count, 0)) as error_units,
        sum(unit_count * right_count / nullif(answered_count, 0)) as right_units,
        sum(
            unit_count * unit_count / nullif(answered_count, 0)
            * (unit_count - answered_count) / nullif(unit_count - 1, 0)
        ) as spread_units,
        sum(unit_count * error_count / drawn_count) as seen_error_units,
        sum(unit_count * right_count / drawn_count) as seen_right_units,
        sum(unit_count * (drawn_count - answered_count) / drawn_count) as silent_units

    from domain
    group by
        draw_id,
        measure,
        reported_for,
        {{ stratum_columns() }},
        part

)

select
    *,
    least(1, coalesce(error_units / told_count, 0.5)) as error_share,
    least(1, coalesce(right_units / told_count, 0.5)) as right_share,
    coalesce(spread_units, 0) / (told_count * told_count) as spread

from summed
