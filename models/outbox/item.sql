with

identified as (

    select * from {{ ref('identified_item') }}

),

answer as (

    select * from {{ ref('item_answer') }}

)

-- What neither stands in a row of the agency nor may be told by number is not asked,
-- and what the agency rejected is not asked again.
select
    identified.item_id,
    identified.agency_id,
    identified.kind,
    row_number() over (
        partition by identified.agency_id, identified.kind
        order by
            identified.settles desc nulls last,
            identified.need asc nulls last,
            identified.certainty desc nulls last,
            identified.monthly_amount desc nulls last,
            identified.item_id asc
    ) as item_rank,
    identified.subject_id,
    identified.source,
    identified.table_name,
    identified.batch_date,
    identified.own_file,
    identified.line,
    identified.source_row_id,
    identified.own_number,
    identified.nik,
    identified.no_kk,
    identified.full_name,
    identified.birth_date,
    identified.place,
    identified.district_code,
    identified.district_name,
    identified.programme_id,
    identified.column_name,
    identified.current_value,
    identified.proposed_value,
    identified.evidence,
    identified.reason_id,
    identified.says_id,
    identified.says_en,
    identified.basis,
    identified.monthly_amount,
    identified.settles,
    identified.certainty

from identified
left join answer
    on identified.item_id = answer.item_id
where
    answer.answer is distinct from 'rejected'
    and coalesce(identified.own_file, identified.nik, identified.no_kk) is not null
