with

attached as (

    select record_id from {{ ref('member_candidate') }}
    where match_method is not null
    union
    select record_id from {{ ref('family_link') }}
    union
    select record_id from {{ ref('list_candidate') }}
    where match_method is not null

),

named as (

    {{ unsettled_of('member', "'member'") }}

    union all

    {{ unsettled_of('family', "'family'") }}

    union all

    {{ unsettled_of('list', 'role') }}

),

-- What people decided on stays in the list, so that they see what became of it.
queued as (

    select
        weighed.*,
        attached.record_id is not null as is_attached,
        string_agg(weighed.candidate_id, ', ' order by weighed.candidate_id) over (
            partition by weighed.record_id
        ) as candidates

    from {{ ref('weighed_candidate') }} as weighed
    left join attached
        on weighed.record_id = attached.record_id
    where attached.record_id is null or weighed.verdict is not null

)

select
    queued.candidate_id,
    queued.linkage_stage,
    queued.record_id,
    named.source_row_id,
    match.batch_date,
    match.source,
    match.table_name,
    match.file,
    match.line,
    named.role,
    named.row_count,
    queued.person_id,
    placed.household_id,
    queued.score,
    queued.match_weight,
    queued.evidence,
    queued.place,
    queued.candidate_count,
    nullif(
        trim(replace(', ' || queued.candidates, ', ' || queued.candidate_id, ''), ', '),
        ''
    ) as competing_candidates,
    case
        when queued.verdict = 'same_person' and queued.agreed_count > 1
            then 'contradicted'
        else coalesce(queued.verdict, 'open')
    end as status,
    {{ linkage('digest') }} as linkage_digest

from queued
inner join named
    on queued.record_id = named.record_id
inner join {{ ref('match') }} as match
    on
        named.source_row_id = match.source_row_id
        and named.role = match.role
left join {{ ref('person_household') }} as placed
    on queued.person_id = placed.person_id
