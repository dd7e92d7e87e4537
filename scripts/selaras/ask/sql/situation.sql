-- Open verdicts of one programme of which all that the rule reads is the same, as one: whoever
-- comes first stands for the others. One row per situation.
with

-- Findings of which the programme is one side, by whom they are about.
overlap as (

    select
        household_id,
        person_id,
        count(*) as findings
    from selaras.overlap.fct_finding
    where $programme in (programme_id, other_programme_id)
    group by all

),

of_family as (

    select
        household_id,
        sum(findings) as findings,
        sum(findings) filter (where person_id is null) as shared
    from overlap
    group by household_id

),

open_verdict as (

    select
        judged.person_id,
        judged.household_id,
        judged.missing_facts,
        coalesce(judged.possible_amount, 0) as possible_amount,
        case
            when judged.person_id is null then coalesce(of_family.findings, 0)
            else coalesce(of_family.shared, 0) + coalesce(overlap.findings, 0)
        end as overlap_count,
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
    left join of_family
        on judged.household_id = of_family.household_id
    left join overlap
        on
            judged.household_id = overlap.household_id
            and judged.person_id = overlap.person_id
    where judged.programme_id = $programme and judged.verdict = 'undetermined'

)

select
    row_number() over (order by min(coalesce(person_id, household_id))) as situation_id,
    arg_min(household_id, coalesce(person_id, household_id)) as household_id,
    min(person_id) as person_id,
    min(missing_facts) as missing_facts,
    count(*) as verdicts,
    cast(sum(possible_amount) as bigint) as possible_amount,
    cast(sum(overlap_count) as bigint) as overlap_count

from open_verdict
group by alike
