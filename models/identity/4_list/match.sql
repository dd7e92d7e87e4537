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

-- A match by number is sure; the score of a row that is attached to nobody is that of
-- its likeliest candidate.
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
    cast(score as double) as score,
    cast(
        coalesce(
            candidate_count,
            case when coalesce(person_id, household_id) is null then 0 else 1 end
        ) as integer
    ) as candidate_count,
    candidate_id,
    {{ linkage('digest') }} as linkage_digest

from named
