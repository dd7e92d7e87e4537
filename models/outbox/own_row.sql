with

raised as (

    select * from {{ ref('raised') }}
    where source_row_id is null

),

sent as (

    select
        supplier.agency_id,
        match.source_row_id,
        match.batch_date,
        match.role,
        match.person_id,
        match.household_id

    from {{ ref('match') }} as match
    inner join {{ ref('supplier') }} as supplier
        on match.source = supplier.source

),

asked as (

    select distinct
        agency_id,
        person_id,
        case when person_id is null then household_id end as household_id
    from raised

),

-- Any row of the agency that names them; whom a row is for stands before others.
found as (

    select
        asked.agency_id,
        asked.person_id as subject_id,
        sent.source_row_id,
        sent.batch_date,
        sent.role
    from asked
    inner join sent
        on
            asked.agency_id = sent.agency_id
            and asked.person_id = sent.person_id

    union all

    select
        asked.agency_id,
        asked.household_id as subject_id,
        sent.source_row_id,
        sent.batch_date,
        sent.role
    from asked
    inner join sent
        on
            asked.agency_id = sent.agency_id
            and asked.household_id = sent.household_id

)

select
    agency_id,
    subject_id,
    max_by(source_row_id, {{ own_row_rank() }}) as source_row_id,
    max_by(role, {{ own_row_rank() }}) as role

from found
group by
    agency_id,
    subject_id
