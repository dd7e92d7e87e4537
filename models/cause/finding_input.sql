with

-- A check looks at the rows of its programme, whoever stood there before.
input as (

    select
        finding_id,
        'side' as about,
        programme_id as name,
        person_id,
        not has_stayed as is_changed
    from {{ ref('finding_standing') }}

    union all

    select
        finding_id,
        about,
        name,
        person_id,
        is_changed
    from {{ ref('finding_fact') }}

),

told as (

    select
        input.*,
        changed.person_id as found_on,
        changed.household_id,
        changed.was_household_id,
        changed.kind = 'data' or changed.change_kind = 'amount' as is_about_rows

    from input
    inner join {{ ref('changed_finding') }} as changed
        on input.finding_id = changed.finding_id
    where changed.kind = 'data' or input.is_changed

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
