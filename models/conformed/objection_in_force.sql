with

objection as (

    select * from {{ ref('stg_dinsos__objection') }}
    where status = 'accepted'

),

as_of as (

    select * from {{ ref('as_of') }}

)

-- An accepted objection holds from its day until its end date, that day excluded.
select
    objection.objection_id,
    matched.person_id,
    placed.household_id,
    objection.programme_id,
    objection.criterion_id,
    objection.decided_on,
    objection.valid_until

from objection
inner join as_of
    on
        {{ in_force(
            'as_of.as_of_date', 'objection.decided_on', 'objection.valid_until'
        ) }}
left join {{ ref('list_row_person') }} as matched
    on objection.source_row_id = matched.source_row_id
left join {{ ref('list_row_household') }} as placed
    on objection.source_row_id = placed.source_row_id
