with

note as (

    select
        source,
        table_name,
        unnest(string_split(notes, ',')) as issue

    from {{ ref('row_note') }}
    where notes is not null

),

repaired as (

    select
        source,
        table_name,
        'repaired' as kind,
        trim(issue) as issue,
        count(*) as row_count

    from note
    group by
        source,
        table_name,
        trim(issue)

),

quarantined as (

    select
        source,
        table_name,
        'quarantined' as kind,
        reason as issue,
        count(*) as row_count

    from {{ ref('quarantine') }}
    group by
        source,
        table_name,
        reason

),

unmatched as (

    select
        source,
        table_name,
        'unmatched' as kind,
        role as issue,
        count(*) as row_count

    from {{ ref('match') }}
    where match_method = 'unmatched'
    group by
        source,
        table_name,
        role

),

refused as (

    select
        source,
        table_name,
        'refused_file' as kind,
        coalesce(status, 'refused') as issue,
        count(*) as row_count

    from {{ ref('reconciliation') }}
    where status != 'accepted'
    group by
        source,
        table_name,
        coalesce(status, 'refused')

),

counted as (

    select * from repaired
    union all
    select * from quarantined
    union all
    select * from unmatched
    union all
    select * from refused

)

select
    counted.source,
    counted.table_name,
    counted.kind,
    counted.issue,
    counted.row_count,
    as_of.as_of_date

from counted
cross join {{ ref('as_of') }} as as_of
