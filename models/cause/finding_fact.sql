{{ config(materialized='ephemeral') }}

with

changed as (

    select * from {{ ref('changed_finding') }}

),

was as (

    {{ of_last_week('week_person_fact') }}

),

-- What a rule allows, and whether the person is there: as facts of then and of now.
known as (

    select
        changed.finding_id,
        changed.rule_id,
        changed.kind,
        changed.person_id,
        (was.life_status is distinct from now.life_status) as has_other_status,
        (was.has_debit_letter is distinct from now.has_debit_letter)
            as has_other_letter

    from changed
    left join was
        on changed.person_id = was.person_id
    left join {{ ref('week_person_fact') }} as now
        on changed.person_id = now.person_id

)

select
    known.finding_id,
    'fact' as about,
    looked_for.allowed_if as name,
    known.person_id,
    true as is_changed

from known
inner join {{ ref('overlap_rule') }} as looked_for
    on known.rule_id = looked_for.overlap_id
where looked_for.allowed_if = 'has_debit_letter' and known.has_other_letter

union

select
    finding_id,
    'check' as about,
    rule_id as name,
    person_id,
    has_other_status as is_changed
from known
where kind = 'data'
