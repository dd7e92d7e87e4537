with

asked as (

    select distinct
        side as programme_id,
        subject_id,
        closed_on
    from {{ ref('gone_side') }}
    where is_programme

),

enrolled as (

    select
        programme_id,
        person_id,
        household_id,
        coverage,
        unmet_criteria,
        as_of_date
    from {{ source('past', 'week_verdict') }}
    where is_enrolled

    union all

    select
        programme_id,
        person_id,
        household_id,
        coverage,
        unmet_criteria,
        as_of_date
    from {{ ref('fct_eligibility') }}
    where is_enrolled

),

under_each_id as (

    select
        *,
        person_id as subject_id
    from enrolled
    where person_id is not null

    union all

    select
        enrolled.*,
        coalesce(card.first_household_id, enrolled.household_id) as subject_id
    from enrolled
    left join {{ ref('first_card') }} as card
        on enrolled.household_id = card.household_id

)

-- Of a family with several people on one list, any of them tells that it is there.
select
    asked.programme_id,
    asked.subject_id,
    asked.closed_on,
    bool_or(verdict.coverage = 'leaked') as is_leaked,
    min(verdict.unmet_criteria) as unmet_criteria

from asked
inner join under_each_id as verdict
    on
        asked.closed_on = verdict.as_of_date
        and asked.programme_id = verdict.programme_id
        and asked.subject_id = verdict.subject_id
group by
    asked.programme_id,
    asked.subject_id,
    asked.closed_on
