-- Every scored pair of the three stages with what became of it. One row per stage, record and
-- person. `outcome` is attached, queued (people decide), settled (its record is attached to
-- somebody else, or people said no) or below (the score is too low for anybody to look).
with

scored as (

    select 'list' as stage, * from identity.list_score
    union all by name
    select 'member' as stage, * from identity.member_score
    union all by name
    select 'family' as stage, * from identity.family_score

),

candidate as (

    select 'list' as stage, * from identity.list_candidate
    union all by name
    select 'member' as stage, * from identity.member_candidate
    union all by name
    select 'family' as stage, * from identity.family_candidate

),

link as (

    select candidate_id from identity.list_candidate where match_method is not null
    union
    select candidate_id from identity.member_candidate where match_method is not null
    union
    select candidate_id from identity.family_link

),

attached as (

    select distinct
        candidate.stage,
        candidate.record_id

    from candidate
    inner join link
        on candidate.candidate_id = link.candidate_id

)

select
    scored.*,
    candidate.candidate_id,
    candidate.candidate_count,
    case
        when link.candidate_id is not null then 'attached'
        when candidate.candidate_id is null then 'below'
        when attached.record_id is not null or candidate.verdict is not null then 'settled'
        else 'queued'
    end as outcome

from scored
left join candidate
    on
        scored.stage = candidate.stage
        and scored.record_id = candidate.record_id
        and scored.known_id = candidate.known_id
left join link
    on candidate.candidate_id = link.candidate_id
left join attached
    on scored.stage = attached.stage and scored.record_id = attached.record_id
