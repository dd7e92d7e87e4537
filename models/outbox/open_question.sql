with

open_verdict as (

    select
        programme_id,
        unit,
        person_id,
        household_id,
        missing_facts
    from {{ ref('fct_eligibility') }}
    where coverage = 'open'

),

-- Parameters and objections are nobody's facts: where one is missing, no answer
-- settles it.
missing as (

    select
        *,
        unnest(string_split(missing_facts, ', ')) as fact_name
    from open_verdict
    where missing_facts != ''

),

asked as (

    select
        missing.programme_id,
        missing.unit,
        missing.person_id,
        missing.household_id,
        concat_ws(
            '/', missing.programme_id, coalesce(missing.person_id, missing.household_id)
        ) as verdict_id,
        fact.fact_id,
        fact.asked_of,
        {{ fact_unit('missing.fact_name', 'missing.unit') }} = 'person'
        and missing.unit = 'person' as is_of_person

    from missing
    left join {{ ref('fact') }} as fact
        on
            {{ fact_unit('missing.fact_name', 'missing.unit') }} = fact.unit
            and {{ fact_id('missing.fact_name') }} = fact.fact_id

)

-- An answer of one agency settles a verdict where nobody else has to answer as well.
select
    asked.*,
    coalesce(
        min(asked.asked_of) over by_verdict = max(asked.asked_of) over by_verdict
        and count(asked.asked_of) over by_verdict = count(*) over by_verdict,
        false
    ) as settles_alone

from asked
window by_verdict as (partition by asked.verdict_id)
