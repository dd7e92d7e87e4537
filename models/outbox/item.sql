with

asked as (

    select * from {{ ref('followed_item') }}
    where is_asked

),

region as (

    select
        region_code,
        district_code,
        district_name
    from {{ ref('dim_region') }}

)

select
    asked.item_id,
    asked.agency_id,
    asked.kind,
    asked.item_rank,
    raised.subject_id,
    asked.source,
    asked.table_name,
    asked_row.batch_date,
    asked_row.file as own_file,
    asked_row.line,
    asked.source_row_id,
    asked_row.own_number,
    case when asked_row.role is null then known.nik else asked_row.nik end as nik,
    case when asked_row.role is null then known.no_kk else asked_row.no_kk end
        as no_kk,
    case when asked_row.role is null then known.full_name else asked_row.full_name end
        as full_name,
    case
        when asked_row.role is null then cast(known.birth_date as varchar)
        else asked_row.birth_date
    end as birth_date,
    asked_row.place,
    region.district_code,
    region.district_name,
    asked.programme_id,
    raised.column_name,
    raised.current_value,
    raised.proposed_value,
    raised.evidence,
    asked.reason_id,
    reason.says_id,
    reason.says_en,
    reason.basis,
    asked.monthly_amount,
    asked.settles,
    asked.certainty,
    {{ seal_of_item('raised', 'kept.pseudonym_key') }} as seal,
    asked.follow_up,
    asked.answer,
    asked.answered_on,
    {{ days_between('asked.answered_on', 'as_of.as_of_date') }} as days_since_answer

from asked
inner join {{ ref('raised') }} as raised
    on asked.item_id = raised.item_id
left join {{ ref('asked_row') }} as asked_row
    on
        asked.source_row_id = asked_row.source_row_id
        and asked.asked_role = asked_row.asked_role
left join {{ ref('known_item') }} as known
    on asked.item_id = known.item_id
left join region
    on
        case
            when asked_row.role is null then known.region_code
            else asked_row.region_code
        end = region.region_code
left join {{ ref('item_text') }} as reason
    on raised.text_id = reason.text_id
cross join {{ ref('as_of') }} as as_of
cross join {{ source('selaras', 'pseudonym_key') }} as kept

-- Every kecamatan of an agency has a workbook, which finds its rows side by side.
order by
    asked.agency_id,
    region.district_code,
    asked.kind,
    asked.item_rank,
    asked.item_id
