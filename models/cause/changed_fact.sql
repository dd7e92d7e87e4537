with

differing as (

    select
        programme_id,
        unit_id,
        kind,
        subject_id,
        {{ field_of('fact', 'fact_id') }} as fact_id,
        {{ field_of('fact', 'was') }} as was_value,
        {{ field_of('fact', 'aged') }} as aged_value,
        {{ field_of('fact', 'now') }} as now_value

    from {{ ref('differing_fact') }}

)

-- Only what the rule of the programme reads can have changed its verdict.
select
    differing.programme_id,
    differing.unit_id,
    differing.kind,
    differing.subject_id,
    differing.fact_id,
    differing.was_value,
    differing.aged_value,
    differing.now_value

from differing
inner join {{ ref('rule_reading') }} as reading
    on
        differing.programme_id = reading.programme_id
        and differing.kind = reading.kind
        and differing.fact_id = reading.name

union all

select
    programme_id,
    unit_id,
    kind,
    subject_id,
    fact_id,
    was_value,
    aged_value,
    now_value
from {{ ref('changed_standing') }}
