with

-- Many verdicts miss the same: each combination is looked at once.
missing as (

    select distinct
        programme_id,
        unit,
        missing_facts
    from {{ ref('fct_eligibility') }}
    where coverage = 'open' and missing_facts != ''

),

-- Parameters and objections are nobody's facts: where one is missing, no answer
-- settles it.
named as (

    select
        *,
        unnest(string_split(missing_facts, ', ')) as fact_name
    from missing

),

-- A fact is one bit of what its agency is asked; more than 63 would not fit.
fact as (

    select
        *,
        cast(pow(
            2, dense_rank() over (partition by asked_of order by fact_id) - 1
        ) as bigint) as fact_bit
    from {{ ref('fact') }}

),

asked as (

    select
        named.programme_id,
        named.missing_facts,
        fact.fact_id,
        fact.fact_bit,
        fact.asked_of,
        {{ fact_unit('named.fact_name', 'named.unit') }} = 'person'
        and named.unit = 'person' as is_of_person

    from named
    left join fact
        on
            {{ fact_unit('named.fact_name', 'named.unit') }} = fact.unit
            and {{ fact_id('named.fact_name') }} = fact.fact_id

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
window by_verdict as (partition by asked.programme_id, asked.missing_facts)
