with

found as (

    select
        source_row_id,
        role,
        person_id,
        match_method,
        cast(1 as double) as score,
        cast(null as varchar) as candidate_id

    from {{ ref('list_row_by_number') }}

    union all

    select
        unsettled.source_row_id,
        unsettled.role,
        link.known_id as person_id,
        link.match_method,
        link.score,
        link.candidate_id

    from {{ ref('list_unsettled') }} as unsettled
    inner join {{ ref('list_candidate') }} as link
        on unsettled.record_id = link.record_id
    where link.match_method is not null

)

select
    found.source_row_id,
    found.role,
    found.person_id,
    placed.household_id,
    found.match_method,
    found.score,
    found.candidate_id

from found
left join {{ ref('person_household') }} as placed
    on found.person_id = placed.person_id
