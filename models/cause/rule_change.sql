{{ config(materialized='ephemeral') }}

with

last_week as (

    select * from {{ ref('last_week') }}

),

was as (

    select * from {{ source('past', 'week_rule') }}
    where as_of_date = (select last_week.was_on from last_week)

),

now as (

    select * from {{ ref('week_rule') }}

),

-- The same day under the rules of then and of now; then the rules of now on both days.
said_then as (

    {{ said_on('was', 'last_week.was_on') }}

),

said_then_by_now as (

    {{ said_on('now', 'last_week.was_on') }}

),

said_now as (

    {{ said_on('now', 'last_week.as_of_date') }}

),

compared as (

    {{ said_otherwise('said_then', 'said_then_by_now', "'rule'") }}
    union all
    {{ said_otherwise('said_then_by_now', 'said_now', "'parameter_date'") }}

)

-- A figure that is another and was one before can be changed alone.
select
    *,
    part = 'parameter'
    and says is not null
    and (was_says is not null or cause_kind = 'parameter_date') as is_figure

from compared
