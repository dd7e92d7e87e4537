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
        changed.person_id,
        (was.life_status is distinct from now.life_status) as has_other_status,
        (was.has_debit_letter is distinct from now.has_debit_letter)
            as has_other_letter

    from changed
    left join was
        on changed.person_id = was.person_id
    left join {{ ref('week_person_fact') }} as now
        on changed.person_id = now.person_id

),

-- A check looks at the rows of its programme, whoever stood there before.
input as (

    select
        standing.finding_id,
        'side' as about,
        standing.programme_id as name,
        standing.person_id,
        not standing.has_stayed as is_changed

    from {{ ref('finding_standing') }} as standing
    inner join changed
        on standing.finding_id = changed.finding_id
    where changed.kind = 'data' or not standing.has_stayed

    union all

    select
        known.finding_id,
        'fact' as about,
        looked_for.allowed_if as name,
        known.person_id,
        true as is_changed

    from known
    inner join changed
        on known.finding_id = changed.finding_id
    inner join {{ ref('overlap_rule') }} as looked_for
        on changed.rule_id = looked_for.overlap_id
    where looked_for.allowed_if = 'has_debit_letter' and known.has_other_letter

    union all

    select
        changed.finding_id,
        'check' as about,
        changed.rule_id as name,
        changed.person_id,
        known.has_other_status as is_changed

    from changed
    inner join known
        on changed.finding_id = known.finding_id
    where changed.kind = 'data'

),

told as (

    select
        input.*,
        changed.person_id as found_on,
        changed.household_id,
        changed.was_household_id,
        changed.kind = 'data' or changed.change_kind = 'amount' as is_about_rows

    from input
    inner join changed
        on input.finding_id = changed.finding_id

)

-- Rows about the person are looked for first, then those about the family.
select
    finding_id,
    about,
    name,
    is_changed,
    is_about_rows,
    coalesce(person_id, found_on) as subject_id,
    0 as distance
from told

union

select
    finding_id,
    about,
    name,
    is_changed,
    is_about_rows,
    unnest([household_id, was_household_id]) as subject_id,
    1 as distance
from told
