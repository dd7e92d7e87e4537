with

raised as (

    select * from {{ ref('raised') }}

),

rowed as (

    select
        raised.item_id,
        coalesce(raised.source_row_id, own_row.source_row_id) as source_row_id,
        coalesce(raised.role, own_row.role) as asked_role
    from raised
    left join {{ ref('own_row') }} as own_row
        on
            case when raised.source_row_id is null then raised.agency_id end
            = own_row.agency_id
            and coalesce(raised.person_id, raised.household_id) = own_row.subject_id

),

wanted as (

    select distinct
        source_row_id,
        asked_role
    from rowed
    where source_row_id is not null

),

read_as as (

    select
        source_row_id,
        role,
        region_code
    from {{ ref('listed_name') }}
    union all by name
    select
        source_row_id,
        role,
        region_code
    from {{ ref('register_name') }}

),

-- The role that was asked for, else whom the row is for.
written as (

    select
        wanted.source_row_id,
        wanted.asked_role,
        min_by(written.role, {{ role_rank('written.role') }}) as role
    from wanted
    inner join {{ ref('written_name') }} as written
        on
            wanted.source_row_id = written.source_row_id
            and coalesce(wanted.asked_role, written.role) = written.role
    group by
        wanted.source_row_id,
        wanted.asked_role

)

select
    rowed.item_id,
    rowed.source_row_id,
    written.role,
    read_as.region_code as own_region_code

from rowed
left join written
    on
        rowed.source_row_id = written.source_row_id
        and rowed.asked_role is not distinct from written.asked_role
left join read_as
    on
        written.source_row_id = read_as.source_row_id
        and written.role = read_as.role
