with

raised as (

    select
        item_id,
        facts_id,
        agency_id,
        kind,
        coalesce(person_id, household_id) as known_id,
        monthly_amount,
        settles,
        need,
        certainty
    from {{ ref('raised') }}

),

placed as (

    select * from {{ ref('placed_item') }}

),

-- Only the rows that something is said of: all that was landed fits no little memory.
written as (

    select * from {{ ref('written_name') }}
    where source_row_id in (select placed.source_row_id from placed)

),

region as (

    select
        region_code,
        district_code,
        district_name
    from {{ ref('dim_region') }}

)

select
    raised.item_id,
    raised.facts_id,
    raised.agency_id,
    raised.kind,
    raised.monthly_amount,
    raised.settles,
    raised.need,
    raised.certainty,
    placed.source_row_id,
    coalesce(written.source, refused.source) as source,
    coalesce(written.table_name, refused.table_name) as table_name,
    coalesce(written.batch_date, refused.batch_date) as batch_date,
    coalesce(written.file, refused.file) as own_file,
    coalesce(written.line, refused.line) as line,
    written.own_number,
    case when written.source_row_id is not null then written.nik else known.nik end
        as nik,
    case when written.source_row_id is not null then written.no_kk else known.no_kk end
        as no_kk,
    case
        when written.source_row_id is not null then written.full_name
        else known.full_name
    end as full_name,
    case
        when written.source_row_id is not null then written.birth_date
        else cast(known.birth_date as varchar)
    end as birth_date,
    written.place,
    region.district_code,
    region.district_name

from raised
inner join placed
    on raised.item_id = placed.item_id
left join written
    on
        placed.source_row_id = written.source_row_id
        and placed.role = written.role
left join {{ ref('quarantine') }} as refused
    on placed.source_row_id = refused.source_row_id
left join {{ ref('known_subject') }} as known
    on
        case when placed.role is null then raised.known_id end = known.subject_id
        and raised.agency_id = known.agency_id
left join region
    on
        case
            when written.source_row_id is not null then placed.own_region_code
            else known.region_code
        end = region.region_code
