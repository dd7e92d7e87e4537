{{ config(materialized='view') }}

with

part as (

    select * from {{ ref('audit_part') }}

)

-- How far each limit lies from its share. Errors and what is right shut each other out:
-- where one is more than estimated the other tends to be less.
select
    part.*,
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

from part
