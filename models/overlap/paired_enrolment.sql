with

side as (

    select * from {{ ref('listed_side') }}

),

overlap_rule as (

    select * from {{ ref('overlap_rule') }}
    where kind not in ('complement', 'data') and at_most is null

),

allowing_fact as (

    select * from {{ ref('allowing_fact') }}

),

scoped as (

    {{ under_each_scope('side') }}

),

first_side as (

    select
        overlap_rule.*,
        scoped.shared_id,
        scoped.enrolment_id,
        scoped.person_id,
        scoped.household_id,
        scoped.monthly_amount,
        scoped.starts_on,
        scoped.ends_on,
        scoped.source_row_id,
        scoped.batch_date,
        scoped.match_method,
        scoped.match_score

    from scoped
    inner join overlap_rule
        on {{ stands_on('overlap_rule', 'scoped') }}

),

paired as (

    select
        first_side.*,
        other.enrolment_id as other_enrolment_id,
        other.monthly_amount as other_monthly_amount,
        other.source_row_id as other_source_row_id,
        other.batch_date as other_batch_date,
        other.starts_on as other_starts_on,
        other.match_method as other_match_method,
        other.match_score as other_match_score,
        greatest(first_side.starts_on, other.starts_on, first_side.valid_from)
            as shared_from,
        least(first_side.ends_on, other.ends_on, first_side.valid_to) as shared_to

    from first_side
    inner join scoped as other
        on
            first_side.shared_id = other.shared_id
            and first_side.enrolment_id != other.enrolment_id
            and {{ stands_on('first_side', 'other', prefix='other_') }}

)

-- A condition that is not known to be met leaves the pair for people to check.
select
    paired.overlap_id,
    paired.kind,
    paired.scope,
    paired.programme_id,
    paired.other_programme_id,
    paired.keep_programme_id,
    paired.shared_id,
    paired.person_id,
    paired.household_id,
    paired.enrolment_id,
    paired.monthly_amount,
    paired.source_row_id,
    paired.batch_date,
    paired.starts_on,
    paired.match_method,
    paired.match_score,
    paired.other_enrolment_id,
    paired.other_monthly_amount,
    paired.other_source_row_id,
    paired.other_batch_date,
    paired.other_starts_on,
    paired.other_match_method,
    paired.other_match_score,
    paired.shared_from,
    paired.shared_to,
    paired.allowed_if is null or allowing_fact.holds is not null as is_condition_known

from paired
left join allowing_fact
    on
        paired.allowed_if = allowing_fact.fact_id
        and paired.person_id = allowing_fact.person_id
where
    (paired.shared_from < paired.shared_to or paired.shared_to is null)
    and (allowing_fact.holds is null or not allowing_fact.holds)
