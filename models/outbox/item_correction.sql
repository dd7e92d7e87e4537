with

latest as (

    select * from {{ ref('latest_correction') }}

),

told as (

    select
        latest.agency_id,
        'correction' as kind,
        concat_ws(
            '/', 'correction', latest.source, latest.table_name, latest.role,
            latest.column_name, latest.written_identity, latest.current_value
        ) as subject_id,
        latest.person_id,
        latest.household_id,
        cast(null as varchar) as programme_id,
        latest.source_row_id,
        latest.role,
        latest.column_name,
        latest.current_value,
        latest.proposed_value,
        concat_ws(
            '; ',
            concat('row_count = ', latest.row_count),
            'match = ' || latest.match_method
        ) as evidence,
        latest.reason_id,
        {{ text_id('reason', ['reason.reason_id']) }} as text_id,
        cast(null as bigint) as monthly_amount,
        cast(null as integer) as settles,
        cast(null as integer) as need,
        coalesce(latest.score, 1) as certainty

    from latest
    inner join {{ ref('outbox_reason') }} as reason
        on latest.reason_id = reason.reason_id

)

select
    {{ item_ids('told') }},
    told.*

from told
cross join {{ source('selaras', 'pseudonym_key') }} as kept
