with

leaked as (

    select * from {{ ref('fct_eligibility') }}
    where coverage = 'leaked'

),

programme as (

    select * from {{ ref('dim_programme') }}

),

unmet as (

    select
        programme_id,
        coalesce(person_id, household_id) as judged_id,
        unnest(string_split(unmet_criteria, ', ')) as criterion_id
    from leaked

),

-- A criterion that rests on what the agency may not see is not told.
told as (

    select
        unmet.programme_id,
        unmet.judged_id,
        string_agg(unmet.criterion_id, ', ' order by unmet.criterion_id) as criteria,
        string_agg(shown.says_id, ' ' order by unmet.criterion_id) as says_id,
        string_agg(shown.says_en, ' ' order by unmet.criterion_id) as says_en,
        string_agg(distinct shown.basis, '; ' order by shown.basis) as basis

    from unmet
    inner join {{ ref('shown_criterion') }} as shown
        on
            unmet.programme_id = shown.programme_id
            and unmet.criterion_id = shown.criterion_id
    group by
        unmet.programme_id,
        unmet.judged_id

)

select
    programme.owner as agency_id,
    leaked.programme_id,
    leaked.unit,
    leaked.person_id,
    leaked.household_id,
    told.criteria,
    told.says_id,
    told.says_en,
    told.basis

from leaked
inner join programme
    on leaked.programme_id = programme.programme_id
left join told
    on
        leaked.programme_id = told.programme_id
        and coalesce(leaked.person_id, leaked.household_id) = told.judged_id
