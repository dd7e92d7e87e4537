with

found as (

    {{ issues('repaired', "trim(unnest(string_split(notes, ',')))") }}
    from {{ ref('listed_row') }}
    where notes is not null
    union all
    {{ issues('quarantined', 'reason') }}
    from {{ ref('quarantine') }}
    union all
    {{ issues('unmatched', 'role') }}
    from {{ ref('match') }}
    where match_method = 'unmatched'
    union all
    {{ issues('refused_file', 'status') }}
    from {{ ref('reconciliation') }}
    where status != 'accepted'
    union all
    -- the numbers of these rows stay unknown until the agency sends the file again
    {{ issues('zeroed_column', 'column_name', row_count='row_count') }}
    from {{ ref('zeroed_column') }}
    union all
    -- records that wait for a decision of people
    {{ issues('review_queue', 'role') }}
    from {{ ref('candidate') }}
    where status != 'different_person' and place = 1
    union all
    {{ issues('field_answer', 'outcome', "'dinsos'", "'field_answer'") }}
    from {{ ref('answer_outcome') }}
    where outcome in ('told_otherwise', 'contradicted', 'expired')
    union all
    {{ issues('decision', 'outcome', "'dinsos'", "'decision'") }}
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
    group by all

)

select
    counted.*,
    case when age.is_stale then age.age_days end as stale_days,
    as_of.as_of_date

from counted
cross join {{ ref('as_of') }} as as_of
left join {{ ref('source_age') }} as age
    on counted.source = age.source and counted.table_name = age.table_name
