with

overlap_rule as (

    select * from {{ ref('overlap_rule') }}

)

-- A rule between several pairs says the same of each.
select
    overlap_id as rule_id,
    max(kind) as kind,
    max(scope) as scope,
    max(review_agency) as review_agency,
    max(says_id) as says_id,
    max(says_en) as says_en,
    max(basis) as basis,
    max(status) as status,
    max(source) as source

from overlap_rule
group by overlap_id
