with

overlap_rule as (

    select * from {{ ref('overlap_rule') }}
    where kind not in ('complement', 'data') and at_most is null

),

scoped as (

    {{ under_each_scope(ref('listed_side')) }}

),

-- A condition that is not known to be met leaves the pair for people to check.
paired as (

    select
        overlap_rule.overlap_id,
        overlap_rule.kind,
        overlap_rule.scope,
        overlap_rule.programme_id,
        overlap_rule.other_programme_id,
        overlap_rule.keep_programme_id,
        one.shared_id,
        one.person_id,
        one.household_id,
        one.enrolment_id,
        one.monthly_amount,
        one.source_row_id,
        one.batch_date,
        one.starts_on,
        one.match_method,
        one.match_score,
        other.enrolment_id as other_enrolment_id,
        other.monthly_amount as other_monthly_amount,
        other.source_row_id as other_source_row_id,
        other.batch_date as other_batch_date,
        other.starts_on as other_starts_on,
        other.match_method as other_match_method,
        other.match_score as other_match_score,
        greatest(one.starts_on, other.starts_on, overlap_rule.valid_from)
            as shared_from,
        least(one.ends_on, other.ends_on, overlap_rule.valid_to) as shared_to,
        overlap_rule.allowed_if is null or allowing_fact.holds is not null
            as is_condition_known

    from overlap_rule
    inner join scoped as one
        on {{ stands_on('overlap_rule', 'one') }}
    inner join scoped as other
        on
            one.shared_id = other.shared_id
            and one.enrolment_id != other.enrolment_id
            and {{ stands_on('overlap_rule', 'other', prefix='other_') }}
    left join {{ ref('allowing_fact') }} as allowing_fact
        on
            overlap_rule.allowed_if = allowing_fact.fact_id
            and one.person_id = allowing_fact.person_id
    where allowing_fact.holds is null or not allowing_fact.holds

)

select * from paired
where shared_from < shared_to or shared_to is null
