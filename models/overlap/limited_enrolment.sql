with

side as (

    select * from {{ ref('listed_side') }}

),

scoped as (

    {{ under_each_scope('side') }}

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
        scoped.*,
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
    group by
        overlap_id,
        shared_id
    having
        case
            when max(counts) = 'people' then count(person_id)
            else sum(greatest(monthly_amount, 0))
        end > max(at_most)

),

looked_at as (

    select limited.*
    from limited
    inner join many
        on
            limited.overlap_id = many.overlap_id
            and limited.shared_id = many.shared_id

),

-- Only when something begins can more run at one time than before.
moment as (

    select distinct
        overlap_id,
        shared_id,
        counts_from as moment

    from looked_at
    where {{ in_force('counts_from') }}

),

running as (

    select
        looked_at.*,
        moment.moment,
        sum(coalesce(looked_at.monthly_amount, 0)) over (
            partition by
                looked_at.overlap_id,
                looked_at.shared_id,
                moment.moment,
                looked_at.person_id
        ) as amount_of_person

    from looked_at
    inner join moment
        on
            looked_at.overlap_id = moment.overlap_id
            and looked_at.shared_id = moment.shared_id
            and {{ in_force(
                'moment.moment', 'looked_at.counts_from', 'looked_at.ends_on'
            ) }}

)

-- The best-paid person comes first, with all that they get; nobody unknown has a place.
select
    overlap_id,
    kind,
    scope,
    at_most,
    counts,
    valid_from,
    valid_to,
    only_programme_id,
    programme_id,
    component,
    enrolment_id,
    person_id,
    household_id,
    shared_id,
    monthly_amount,
    starts_on,
    ends_on,
    source_row_id,
    batch_date,
    match_method,
    match_score,
    moment,
    case
        when person_id is not null
            then dense_rank() over (
                partition by overlap_id, shared_id, moment, person_id is null
                order by amount_of_person desc, person_id asc
            )
    end as precedence

from running
