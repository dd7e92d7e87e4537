-- Unless people decided on the finding itself.
select
    finding_id,
    disposition

from {{ ref('fct_finding') }}
where
    match_method = 'scored'
    and (
        disposition = 'open'
        or match_score is null
        or match_score >= 1
        or linkage_digest is null
    )
