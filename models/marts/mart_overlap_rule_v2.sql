with

overlap_rule as (

    select * from {{ ref('overlap_rule') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    overlap_rule.overlap_id as rule_id,
    overlap_rule.kind,
    overlap_rule.scope,
    overlap_rule.programme_id,
    overlap_rule.component,
    overlap_rule.other_programme_id,
    overlap_rule.other_component,
    overlap_rule.says_id as says_indonesian,
    overlap_rule.says_en as says_english,
    overlap_rule.keep_programme_id,
    overlap_rule.expected_programme_id,
    overlap_rule.allowed_if,
    overlap_rule.at_most,
    overlap_rule.counts,
    overlap_rule.review_agency as agency_id,
    overlap_rule.valid_from,
    {{ add_days('overlap_rule.valid_to', -1) }} as last_day,
    -- What is always looked for has no first day.
    {{ in_force(
        'as_of.as_of_date',
        'coalesce(overlap_rule.valid_from, as_of.as_of_date)',
        'overlap_rule.valid_to'
    ) }} as is_in_force,
    overlap_rule.basis,
    overlap_rule.status,
    overlap_rule.source,
    as_of.as_of_date

from overlap_rule
cross join as_of
