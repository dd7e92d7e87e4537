{{ config(materialized='view') }}

with

estimated as (

    select * from {{ ref('audit_part') }}

)

-- How far each limit lies from its share. Errors and what is right shut each other out:
-- where one is more than estimated the other tends to be less.
select
    draw_id,
    measure,
    reported_for,
    {{ stratum_columns() }},
    part,
    unit_count,
    drawn_count,
    answered_count,
    leaked_count,
    missed_count,
    reached_count,
    seen_error_units,
    seen_right_units,
    silent_units,
    error_share,
    right_share,
    error_share - {{ wilson_limit('error_share', 'spread', -1) }} as error_below,
    {{ wilson_limit('error_share', 'spread', 1) }} - error_share as error_above,
    right_share - {{ wilson_limit('right_share', 'spread', -1) }} as right_below,
    {{ wilson_limit('right_share', 'spread', 1) }} - right_share as right_above,
    least(1, coalesce(
        sqrt(
            error_share * right_share
            / nullif((1 - error_share) * (1 - right_share), 0)
        ),
        1
    )) as opposition

from estimated
