with

objection as (

    select
        *,
        coalesce({{ tidy_word('objection_id') }}, source_row_id) as objection_key
    from {{ ref('stg_dinsos__objection') }}

),

last_day as (

    select
        objection_key,
        max(decided_on) as decided_on
    from objection
    group by objection_key

)

-- The last word of it; one that is of no known day may be the last.
select distinct
    objection.objection_key,
    matched.person_id,
    placed.household_id,
    objection.programme_id

from objection
inner join last_day
    on objection.objection_key = last_day.objection_key
left join {{ ref('list_row_person') }} as matched
    on objection.source_row_id = matched.source_row_id
left join {{ ref('list_row_household') }} as placed
    on objection.source_row_id = placed.source_row_id
where
    objection.status = 'in_process'
    and (
        objection.decided_on = last_day.decided_on
        or objection.decided_on is null
        or last_day.decided_on is null
    )
