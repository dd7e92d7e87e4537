with

pupil as (

    select * from {{ ref('listed_school') }}

),

list_in_force as (

    select * from {{ ref('list_in_force') }}

),

matched as (

    select * from {{ ref('list_row_person') }}

)

select
    matched.person_id,
    {{ any_member('pupil.is_in_private_school') }} as is_private_school,
    -- Two kinds of school, or one unknown, leave it open which is meant.
    case
        when
            min(pupil.school_type) = max(pupil.school_type)
            and bool_and(pupil.school_type is not null)
            then max(pupil.school_type)
    end as school_type

from pupil
inner join list_in_force
    on
        pupil.source = list_in_force.source
        and pupil.table_name = list_in_force.table_name
        and pupil.snapshot_key = list_in_force.snapshot_key
inner join matched
    on pupil.source_row_id = matched.source_row_id
group by matched.person_id
