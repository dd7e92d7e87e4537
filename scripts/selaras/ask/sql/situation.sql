-- Open verdicts of one programme of which all that the rule reads is the same, as one: whoever
-- comes first stands for the others. One row per situation.
with

open_verdict as (

    select
        judged.person_id,
        judged.household_id,
        judged.missing_facts,
        coalesce(judged.possible_amount, 0) as possible_amount,
        row(
            judged.is_enrolled,
            judged.contested_criteria,
            judged.missing_facts,
            {facts}
        ) as alike

    from selaras.eligibility.fct_eligibility as judged
    left join selaras.conformed.dim_household as household
        on judged.household_id = household.household_id
    left join selaras.conformed.dim_person as person
        on judged.person_id = person.person_id
    where judged.programme_id = $programme and judged.verdict = 'undetermined'

)

select
    row_number() over (order by min(coalesce(person_id, household_id))) as situation_id,
    arg_min(household_id, coalesce(person_id, household_id)) as household_id,
    min(person_id) as person_id,
    min(missing_facts) as missing_facts,
    count(*) as verdicts,
    cast(sum(possible_amount) as bigint) as possible_amount

from open_verdict
group by alike
