-- Every open candidate is of a row without a match, with a score of review or more.
select candidate.candidate_id

from {{ ref('candidate') }} as candidate
inner join {{ ref('match') }} as match
    on
        candidate.source_row_id = match.source_row_id
        and candidate.role = match.role
where
    candidate.status = 'open'
    and (
        candidate.score < {{ linkage('review') }}
        or match.match_method in ('scored', 'decided')
    )
