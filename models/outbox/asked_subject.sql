with

-- What one agency can tell of the verdicts that miss the same.
question as (

    select
        programme_id,
        missing_facts,
        asked_of,
        is_of_person,
        settles_alone,
        bit_or(fact_bit) as fact_bits
    from {{ ref('open_question') }}
    where asked_of is not null
    group by
        programme_id,
        missing_facts,
        asked_of,
        is_of_person,
        settles_alone

),

told as (

    select
        question.asked_of as agency_id,
        case when question.is_of_person then verdict.person_id end as person_id,
        case when not question.is_of_person then verdict.household_id end
            as household_id,
        question.fact_bits,
        question.settles_alone

    from {{ ref('fct_eligibility') }} as verdict
    inner join question
        on
            verdict.programme_id = question.programme_id
            and verdict.missing_facts = question.missing_facts
    where verdict.coverage = 'open'

)

select
    agency_id,
    person_id,
    household_id,
    bit_or(fact_bits) as fact_bits,
    cast(count(*) filter (where settles_alone) as integer) as settles,
    cast(count(*) as integer) as touches

from told
group by
    agency_id,
    person_id,
    household_id
