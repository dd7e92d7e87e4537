-- With a digest and a score on every row, whatever the way it was attached.
select
    source_row_id,
    role,
    match_method,
    score

from {{ ref('match') }}
where
    linkage_digest is null
    or (match_method in ('exact', 'repaired') and coalesce(score, 0) != 1)
    or (
        match_method = 'scored'
        and (candidate_id is null or coalesce(score, 0) < {{ linkage('match') }})
    )
