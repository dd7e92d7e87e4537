with

placed as (

    select * from {{ ref('placed_item') }}

),

known as (

    select * from {{ ref('known_subject') }}

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
    {{ outbox_id('placed.subject_id', 'pseudonym_key.pseudonym_key') }} as item_id,
    placed.agency_id,
    placed.kind,
    placed.subject_id,
    placed.person_id,
    placed.household_id,
    placed.programme_id,
    placed.column_name,
    placed.current_value,
    placed.proposed_value,
    placed.evidence,
    placed.reason_id,
    placed.says_id,
    placed.says_en,
    placed.basis,
    placed.monthly_amount,
    placed.settles,
    placed.need,
    placed.certainty,
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

from placed
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
left join written
    on
        placed.source_row_id = written.source_row_id
        and placed.role = written.role
left join {{ ref('quarantine') }} as refused
    on placed.source_row_id = refused.source_row_id
left join known
    on
        placed.agency_id = known.agency_id
        and coalesce(placed.person_id, placed.household_id) = known.subject_id
left join region
    on
        case
            when written.source_row_id is not null then placed.own_region_code
            else known.region_code
        end = region.region_code
