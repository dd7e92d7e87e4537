with

named as (

    select * from {{ ref('list_row_match') }}
    union all by name
    select * from {{ ref('member_match') }}
    union all by name
    select * exclude (left_on) from {{ ref('resident_match') }}
    union all by name
    select * from {{ ref('family_match') }}

)

select
    source_row_id,
    batch_date,
    source,
    table_name,
    file,
    line,
    role,
    person_id,
    household_id,
    match_method,
    household_match_method,
    cast(null as double) as score,
    cast(
        case when coalesce(person_id, household_id) is null then 0 else 1 end as integer
    ) as candidate_count

from named
