with

listed_benefit as (

    select * from {{ ref('listed_benefit') }}

),

as_of as (

    select * from {{ ref('as_of') }}

),

counted as (

    select
        source,
        table_name,
        snapshot_key,
        period_starts_on,
        count(*) as row_count

    from listed_benefit
    where period_starts_on is not null
    group by
        source,
        table_name,
        snapshot_key,
        period_starts_on

),

-- A list is of the period that most of its rows are for.
dated as (

    select
        source,
        table_name,
        snapshot_key,
        period_starts_on as starts_on,
        row_number() over (
            partition by source, table_name, snapshot_key
            order by row_count desc, period_starts_on desc
        ) as precedence

    from counted
    qualify precedence = 1

),

latest as (

    select
        dated.source,
        dated.table_name,
        max(dated.starts_on) as starts_on

    from dated
    inner join as_of
        on dated.starts_on <= as_of.as_of_date
    group by
        dated.source,
        dated.table_name

)

select
    dated.source,
    dated.table_name,
    dated.snapshot_key,
    dated.starts_on

from dated
inner join latest
    on
        dated.source = latest.source
        and dated.table_name = latest.table_name
        and dated.starts_on = latest.starts_on
