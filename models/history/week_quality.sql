with

found as (

    select
        source,
        table_name,
        'repaired' as kind,
        trim(unnest(string_split(notes, ','))) as issue,
        1 as row_count
    from {{ ref('listed_row') }}
    where notes is not null
    union all
    select
        source,
        table_name,
        'quarantined' as kind,
        reason as issue,
        1 as row_count
    from {{ ref('quarantine') }}
    union all
    select
        source,
        table_name,
        'unmatched' as kind,
        role as issue,
        1 as row_count
    from {{ ref('match') }}
    where match_method = 'unmatched'
    union all
    select
        source,
        table_name,
        'refused_file' as kind,
        coalesce(status, 'refused') as issue,
        1 as row_count
    from {{ ref('reconciliation') }}
    where status != 'accepted'
    union all
    -- the numbers of these rows stay unknown until the agency sends the file again
    select
        source,
        table_name,
        'zeroed_column' as kind,
        column_name as issue,
        row_count
    from {{ ref('zeroed_column') }}
    union all
    -- records that wait for a decision of people
    select
        source,
        table_name,
        'review_queue' as kind,
        role as issue,
        1 as row_count
    from {{ ref('candidate') }}
    where status != 'different_person' and place = 1
    union all
    select
        'dinsos' as source,
        'field_answer' as table_name,
        'field_answer' as kind,
        outcome as issue,
        1 as row_count
    from {{ ref('answer_outcome') }}
    where outcome in ('told_otherwise', 'contradicted', 'expired')
    union all
    select
        'dinsos' as source,
        'decision' as table_name,
        'decision' as kind,
        outcome as issue,
        1 as row_count
    from {{ ref('decision_outcome') }}
    where outcome not in ('obeyed', 'noted')

),

counted as (

    select
        source,
        table_name,
        kind,
        issue,
        cast(sum(row_count) as bigint) as row_count

    from found
    group by
        source,
        table_name,
        kind,
        issue

)

select
    counted.source,
    counted.table_name,
    counted.kind,
    counted.issue,
    counted.row_count,
    case when age.is_stale then age.age_days end as stale_days,
    as_of.as_of_date

from counted
cross join {{ ref('as_of') }} as as_of
left join {{ ref('source_age') }} as age
    on counted.source = age.source and counted.table_name = age.table_name
