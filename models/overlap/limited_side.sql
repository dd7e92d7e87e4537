{{ config(materialized='view') }}

with

scoped as (

    {{ under_each_scope(ref('listed_side')) }}

),

-- A rule between several programmes is about none of them.
overlap_rule as (

    select
        *,
        case
            when
                min(programme_id) over (partition by overlap_id)
                = max(programme_id) over (partition by overlap_id)
                then programme_id
        end as only_programme_id

    from {{ ref('overlap_rule') }}
    where at_most is not null

),

limited as (

    select
        overlap_rule.overlap_id,
        overlap_rule.kind,
        overlap_rule.at_most,
        overlap_rule.counts,
        overlap_rule.valid_from,
        overlap_rule.valid_to,
        overlap_rule.only_programme_id,
        scoped.scope,
        scoped.programme_id,
        scoped.component,
        scoped.enrolment_id,
        scoped.person_id,
        scoped.household_id,
        scoped.shared_id,
        scoped.monthly_amount,
        scoped.starts_on,
        scoped.ends_on,
        scoped.source_row_id,
        scoped.batch_date,
        scoped.match_method,
        scoped.match_score,
        greatest(scoped.starts_on, overlap_rule.valid_from) as counts_from

    from overlap_rule
    inner join scoped
        on {{ stands_on('overlap_rule', 'scoped') }}

),

-- Few have enough, whenever it ran, to pass a limit at any one time.
many as (

    select
        overlap_id,
        shared_id

    from limited
    group by all
    having
        case
            when max(counts) = 'people' then count(person_id)
            else sum(greatest(monthly_amount, 0))
        end > max(at_most)

)

select limited.*
from limited
inner join many
    on
        limited.overlap_id = many.overlap_id
        and limited.shared_id = many.shared_id
