-- What open verdicts wait for and nobody is asked at a door, with who can tell it.
-- One row per fact, those first for which most verdicts wait.
with

named as (

    select
        programme_id,
        coalesce(person_id, household_id) as subject_id,
        unit,
        unnest(string_split(missing_facts, ', ')) as label

    from eligibility.fct_eligibility
    where verdict = 'undetermined' and missing_facts != ''

),

placed as (

    select distinct
        programme_id,
        subject_id,
        case split_part(label, '.', 1)
            when 'household' then 'household'
            when 'member' then 'person'
            else unit
        end as unit,
        split_part(label, '.', -1) as fact_id

    from named

)

select
    fact.title_id,
    fact.title_en,
    fact.asked_of,
    count(*) as verdicts

from placed
inner join reference.fact as fact
    on placed.unit = fact.unit and placed.fact_id = fact.fact_id
where not list_contains($facts, concat_ws('.', fact.unit, fact.fact_id))
group by
    fact.unit,
    fact.fact_id,
    fact.title_id,
    fact.title_en,
    fact.asked_of
order by
    verdicts desc,
    fact.unit,
    fact.fact_id
