-- A row that changed since the week before tells of whom it is, and was, about. The new
-- card of a family that stayed the same changes nothing.
select
    whom.subject_id,
    changed.source,
    changed.table_name,
    coalesce(subject.programme_id, changed.table_name) as programme_id,
    changed.change_kind,
    field.field,
    field.field is null or coalesce(telling.tells_whom, false) as tells_whom,
    field.field is null
    or coalesce(telling.tells_whom or telling.tells_standing, false)
        as tells_standing,
    changed.source_row_id,
    changed.batch_date

from {{ ref('newly_changed') }} as changed
inner join {{ ref('changed_whom') }} as whom
    on changed.source_row_id = whom.source_row_id and whom.subject_id is not null
inner join {{ ref('changed_subject') }} as subject
    on changed.source_row_id = subject.source_row_id
left join {{ ref('changed_field') }} as field
    on changed.source_row_id = field.source_row_id
left join {{ ref('telling_field') }} as telling
    on
        changed.source = telling.source
        and changed.table_name = telling.table_name
        and field.field = telling.field
left join {{ ref('renewed_row') }} as renewed
    on changed.source_row_id = renewed.source_row_id
where not coalesce(telling.is_card and renewed.source_row_id is not null, false)
