with

changed_subject as (

    select * from {{ ref('changed_subject') }}

),

row_pair as (

    select * from {{ ref('row_pair') }}

)

select
    subject.source_row_id,
    now_pair.previous_row_id,
    subject.source,
    subject.table_name,
    subject.file_id,
    case
        when not subject.is_in_force then 'removed'
        when now_pair.source_row_id is null then 'new'
        else 'corrected'
    end as change_kind

from changed_subject as subject
left join row_pair as now_pair
    on subject.source_row_id = now_pair.source_row_id
left join row_pair as before_pair
    on subject.source_row_id = before_pair.previous_row_id
where before_pair.previous_row_id is null
