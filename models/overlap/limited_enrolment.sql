with

side as (

    select * from {{ ref('listed_side') }}

),

scoped as (

    {{ under_each_scope('side') }}

),

overlap_rule as (

    select * from {{ ref('overlap_rule') }}
    where at_most is not null

),

limited as (

    select
        overlap_rule.overlap_id,
        overlap_rule.kind,
        overlap_rule.at_most,
        overlap_rule.counts,
        overlap_rule.review_agency,
        overlap_rule.valid_from,
        overlap_rule.valid_to,
        scoped.*,
        greatest(scoped.starts_on, overlap_rule.valid_from) as counts_from

    from overlap_rule
    inner join scoped
        on
            overlap_rule.scope = scoped.scope
            and overlap_rule.programme_id = scoped.programme_id
            and coalesce(
                overlap_rule.component = scoped.component,
                overlap_rule.component is null
            )

),

-- Only when something begins can more run at one time than before.
moment as (

    select distinct
        overlap_id,
        shared_id,
        counts_from as moment

    from limited
    where {{ in_force('counts_from') }}

)

select
    limited.overlap_id,
    limited.kind,
    limited.scope,
    limited.at_most,
    limited.counts,
    limited.review_agency,
    limited.valid_from,
    limited.valid_to,
    limited.programme_id,
    limited.component,
    limited.enrolment_id,
    limited.person_id,
    limited.household_id,
    limited.shared_id,
    limited.monthly_amount,
    limited.starts_on,
    limited.ends_on,
    limited.source_row_id,
    limited.batch_date,
    limited.match_method,
    moment.moment,
    row_number() over (
        partition by limited.overlap_id, limited.shared_id, moment.moment
        order by coalesce(limited.monthly_amount, 0) desc, limited.enrolment_id
    ) as precedence

from limited
inner join moment
    on
        limited.overlap_id = moment.overlap_id
        and limited.shared_id = moment.shared_id
        and {{ in_force('moment.moment', 'limited.counts_from', 'limited.ends_on') }}
