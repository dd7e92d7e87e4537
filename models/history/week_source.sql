with

-- Whether what a row names has a number that can be used.
named as (

    select
        source,
        table_name,
        coalesce(nik, no_kk) is not null as has_number
    from {{ ref('listed_name') }}
    union all
    select
        'bps' as source,
        'dtsen_member' as table_name,
        nik is not null as has_number
    from {{ ref('stg_bps__dtsen_member') }}
    union all
    select
        'bps' as source,
        'dtsen_family' as table_name,
        no_kk is not null as has_number
    from {{ ref('stg_bps__dtsen_family') }}
    union all
    select
        'dukcapil' as source,
        'resident' as table_name,
        nik is not null as has_number
    from {{ ref('stg_dukcapil__resident') }}

),

numbered as (

    select
        source,
        table_name,
        count(*) as name_count,
        count(*) filter (where has_number) as numbered_count

    from named
    group by
        source,
        table_name

),

found as (

    select
        source,
        table_name,
        count(*) filter (where match_method != 'unmatched') as matched_count

    from {{ ref('match') }}
    group by
        source,
        table_name

)

select
    age.source,
    age.table_name,
    age.last_batch_date,
    age.age_days,
    age.is_stale,
    coalesce(numbered.name_count, 0) as name_count,
    coalesce(numbered.numbered_count, 0) as numbered_count,
    coalesce(found.matched_count, 0) as matched_count,
    as_of.as_of_date

from {{ ref('source_age') }} as age
cross join {{ ref('as_of') }} as as_of
left join numbered
    on age.source = numbered.source and age.table_name = numbered.table_name
left join found
    on age.source = found.source and age.table_name = found.table_name
