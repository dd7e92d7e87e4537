with

named as {{ kept() }} (

    select
        list_row.source_row_id,
        list_row.batch_date,
        list_row.source,
        list_row.table_name,
        list_row.file,
        list_row.line,
        list_row.role,
        list_row.unit,
        matched.person_id,
        matched.match_method,
        matched.score,
        matched.candidate_id

    from {{ ref('listed_name') }} as list_row
    left join {{ ref('list_row_person') }} as matched
        on
            list_row.source_row_id = matched.source_row_id
            and list_row.role = matched.role

),

-- What is for a family is attached as its family is, and as weakly as whom it names.
queued as (

    select
        unsettled.source_row_id,
        unsettled.role,
        candidate.candidate_count,
        candidate.score

    from {{ ref('list_unsettled') }} as unsettled
    inner join {{ ref('list_candidate') }} as candidate
        on unsettled.record_id = candidate.record_id
    qualify row_number() over (
        partition by unsettled.source_row_id, unsettled.role
        order by candidate.match_weight desc, candidate.known_id asc
    ) = 1

),

joined as (

    select
        named.source_row_id,
        named.batch_date,
        named.source,
        named.table_name,
        named.file,
        named.line,
        named.role,
        named.person_id,
        named.candidate_id,
        placed.household_id,
        placed.match_method as household_match_method,
        placed.score as household_score,
        coalesce(named.match_method, 'unmatched') as person_match_method,
        {{ weaker_method('of_person', 'of_family') }} as weaker_match_method,
        coalesce(named.score, queued.score) as person_score,
        coalesce(
            queued.candidate_count, case when named.person_id is not null then 1 end
        ) as candidate_count,
        named.unit = 'household' and named.role = 'recipient' as is_of_family

    from named
    left join {{ ref('list_row_household') }} as placed
        on named.source_row_id = placed.source_row_id
    left join queued
        on
            named.source_row_id = queued.source_row_id
            and named.role = queued.role
    {{ join_weakness("coalesce(named.match_method, 'unmatched')", 'of_person') }}
    {{ join_weakness('placed.match_method', 'of_family') }}

)

select
    * exclude (
        person_match_method, person_score, weaker_match_method, is_of_family
    ),
    case
        when not is_of_family then person_match_method
        when person_id is null then household_match_method
        else weaker_match_method
    end as match_method,
    case
        when not is_of_family then person_score
        when person_id is null then coalesce(household_score, person_score)
        else least(person_score, household_score)
    end as score

from joined
