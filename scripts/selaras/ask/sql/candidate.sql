-- Families with open verdicts that wait for nothing but what is asked: they surely close.
-- One row per family, those with most verdicts first, of equals those with most rupiah.
with

named as (

    select
        programme_id,
        household_id,
        person_id,
        possible_amount,
        unit,
        unnest(string_split(missing_facts, ', ')) as label

    from eligibility.fct_eligibility
    where verdict = 'undetermined' and household_id is not null and missing_facts != ''

),

asked as (

    select
        programme_id,
        household_id,
        person_id,
        any_value(coalesce(possible_amount, 0)) as possible_amount

    from named
    group by
        programme_id,
        household_id,
        person_id
    having
        bool_and(list_contains(
            $facts,
            concat(
                case split_part(label, '.', 1)
                    when 'household' then 'household'
                    when 'member' then 'person'
                    else unit
                end,
                '.', split_part(label, '.', -1)
            )
        ))

)

select household_id

from asked
group by household_id
order by
    count(*) desc,
    sum(possible_amount) desc,
    household_id
limit $families
