-- Rows of lists, not people: shares of the rows that name somebody.
select
    week.source,
    week.table_name,
    coalesce(list.label_indonesian, programme.label_indonesian, week.table_name)
        as title_indonesian,
    coalesce(list.label_english, programme.label_english, week.table_name) as title_english,
    agency.label_indonesian as agency_indonesian,
    agency.label_english as agency_english,
    week.as_of_date,
    week.last_batch_date,
    week.age_days,
    week.is_stale,
    week.name_count,
    week.numbered_count / nullif(week.name_count, 0) as numbered_share,
    week.matched_count / nullif(week.name_count, 0) as matched_share

from marts.mart_week_source as week
left join marts.dim_code as list
    on list.code_list = 'list' and list.code = concat(week.source, '.', week.table_name)
left join marts.dim_code as programme
    on programme.code_list = 'programme' and programme.code = week.table_name
left join marts.dim_code as agency
    on agency.code_list = 'source' and agency.code = week.source
order by
    week.source,
    week.table_name,
    week.as_of_date
