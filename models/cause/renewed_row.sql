{{ config(materialized='ephemeral') }}

with

subject as (

    select
        changed_subject.source_row_id,
        {{ pseudonym('h', 'pseudonym_key.pseudonym_key', 'changed_subject.no_kk') }}
            as household_id

    from {{ ref('changed_subject') }} as changed_subject
    cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key

)

select distinct changed.source_row_id
from {{ ref('newly_changed') }} as changed
inner join subject as was
    on changed.previous_row_id = was.source_row_id
inner join subject as now
    on changed.source_row_id = now.source_row_id
inner join {{ ref('renewed_card') }} as renewed
    on
        was.household_id = renewed.was_household_id
        and now.household_id = renewed.household_id
