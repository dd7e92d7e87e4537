-- Rows of lists, not people: what was repaired, refused or left unmatched, week by week.
select
    week.source,
    week.table_name,
    week.kind,
    kind.label_indonesian as kind_indonesian,
    kind.label_english as kind_english,
    week.issue,
    coalesce(issue.label_indonesian, week.issue) as issue_indonesian,
    coalesce(issue.label_english, week.issue) as issue_english,
    week.as_of_date,
    week.row_count

from marts.mart_week_quality as week
left join marts.dim_code as kind
    on kind.code_list = 'quality_kind' and kind.code = week.kind
left join marts.dim_code as issue
    on
        issue.code_list = case week.kind
            when 'repaired' then 'note'
            when 'quarantined' then 'quarantine_reason'
            when 'unmatched' then 'role'
            when 'review_queue' then 'role'
            when 'refused_file' then 'file_status'
            when 'field_answer' then 'answer_outcome'
        end
        and issue.code = week.issue
order by
    week.source,
    week.table_name,
    week.kind,
    week.issue,
    week.as_of_date
