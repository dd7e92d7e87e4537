with

quarantine as (

    select * from {{ ref('quarantine') }}

),

snapshot_file as (

    select * from {{ ref('snapshot_file') }}
    where is_in_force

),

told as (

    select
        supplier.agency_id,
        'correction' as kind,
        concat_ws(
            '/', 'refused', quarantine.source, quarantine.table_name,
            quarantine.raw
        ) as subject_id,
        cast(null as varchar) as person_id,
        cast(null as varchar) as household_id,
        cast(null as varchar) as programme_id,
        max(quarantine.source_row_id) as source_row_id,
        cast(null as varchar) as role,
        cast(null as varchar) as column_name,
        left(quarantine.raw, 500) as current_value,
        cast(null as varchar) as proposed_value,
        concat('reason = ', min(quarantine.reason)) as evidence,
        'row_refused' as reason_id,
        {{ text_id('reason', ["'row_refused'"]) }} as text_id,
        cast(null as bigint) as monthly_amount,
        cast(null as integer) as settles,
        cast(null as integer) as need,
        cast(1 as double) as certainty

    from quarantine
    inner join snapshot_file
        on left(quarantine.source_row_id, 12) = snapshot_file.file_id
    inner join {{ ref('supplier') }} as supplier
        on quarantine.source = supplier.source
    group by
        supplier.agency_id,
        quarantine.source,
        quarantine.table_name,
        quarantine.raw

)

select
    {{ item_ids('told') }},
    told.*

from told
cross join {{ source('selaras', 'pseudonym_key') }} as kept
