with

answer as (

    select * from {{ ref('stg_dinsos__field_answer') }}

),

-- A fact is about a person, or about the family that the person lives in.
placed as (

    select
        answer.*,
        case when answer.unit = 'person' then person.person_id end as person_id,
        household.household_id,
        case
            when answer.unit = 'person' then person.person_id
            else household.household_id
        end as subject_id,
        coalesce(answer.told_on, answer.batch_date) as counts_from

    from answer
    left join {{ ref('list_row_person') }} as person
        on answer.source_row_id = person.source_row_id
    left join {{ ref('list_row_household') }} as household
        on answer.source_row_id = household.source_row_id

),

dated as (

    select
        placed.*,
        {{ days_between('placed.counts_from', 'as_of.as_of_date') }}
        < fact.counts_days as is_in_time

    from placed
    cross join {{ ref('as_of') }} as as_of
    left join {{ ref('fact') }} as fact
        on placed.unit = fact.unit and placed.fact_id = fact.fact_id

),

ranked as (

    select
        *,
        max(
            case
                when answer is not null and is_in_time then {{ recency_of_answer() }}
            end
        ) over of_fact as last_recency,
        {{ recency_of_answer() }} as recency,
        -- Of two on one day that differ, neither counts.
        min(answer) over of_day != max(answer) over of_day as is_split

    from dated
    window
        of_fact as (partition by unit, subject_id, fact_id),
        of_day as (partition by unit, subject_id, fact_id, counts_from, batch_date)

)

select
    source_row_id,
    batch_date,
    file,
    line,
    unit,
    person_id,
    household_id,
    fact_id,
    answer,
    told_by,
    counts_from as told_on,
    case
        when is_not_learned then 'not_learned'
        when answer is null then 'unread'
        when subject_id is null then 'unmatched'
        when not is_in_time then 'expired'
        when recency < last_recency then 'replaced'
        when is_split then 'contradicted'
        else 'counts'
    end as standing

from ranked
