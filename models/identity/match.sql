with

listed as (

    select
        list_row.source_row_id,
        list_row.batch_date,
        list_row.source,
        list_row.table_name,
        list_row.file,
        list_row.line,
        list_row.role,
        matched.person_id,
        placed.household_id,
        case
            when list_row.unit = 'household' and list_row.role = 'recipient'
                then placed.match_method
            else coalesce(matched.match_method, 'unmatched')
        end as match_method,
        placed.match_method as household_match_method

    from {{ ref('list_row') }} as list_row
    left join {{ ref('list_row_person') }} as matched
        on
            list_row.source_row_id = matched.source_row_id
            and list_row.role = matched.role
    left join {{ ref('list_row_household') }} as placed
        on list_row.source_row_id = placed.source_row_id

),

named as (

    select * from listed
    union all by name
    select * from {{ ref('register_row_match') }}

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
