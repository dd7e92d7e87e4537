with

subject as (

    select * from {{ ref('asked_subject') }}

),

combined as (

    select distinct
        agency_id,
        fact_bits
    from subject

),

-- Which facts the bits stand for.
spelt as (

    select
        combined.agency_id,
        combined.fact_bits,
        string_agg(distinct asked.fact_id, ', ' order by asked.fact_id) as facts
    from combined
    inner join {{ ref('open_question') }} as asked
        on
            combined.agency_id = asked.asked_of
            and combined.fact_bits & asked.fact_bit != 0
    group by
        combined.agency_id,
        combined.fact_bits

),

told as (

    select
        subject.agency_id,
        'unknown' as kind,
        concat_ws(
            '/', 'unknown', subject.agency_id,
            coalesce(subject.person_id, subject.household_id)
        ) as subject_id,
        subject.person_id,
        subject.household_id,
        cast(null as varchar) as programme_id,
        cast(null as varchar) as source_row_id,
        cast(null as varchar) as role,
        spelt.facts as column_name,
        cast(null as varchar) as current_value,
        cast(null as varchar) as proposed_value,
        concat('verdicts = ', subject.touches) as evidence,
        'unknown_here' as reason_id,
        {{ text_id('reason', ["'unknown_here'"]) }} as text_id,
        cast(null as bigint) as monthly_amount,
        subject.settles,
        cast(null as integer) as need,
        cast(null as double) as certainty

    from subject
    inner join spelt
        on
            subject.agency_id = spelt.agency_id
            and subject.fact_bits = spelt.fact_bits

)

select
    {{ item_ids('told') }},
    told.*

from told
cross join {{ source('selaras', 'pseudonym_key') }} as kept
