select
    item.agency_id,
    agency.title_indonesian,
    agency.title_english,
    agency.level,
    item.kind,
    kind.label_indonesian as kind_indonesian,
    kind.label_english as kind_english,
    item.state,
    state.label_indonesian as state_indonesian,
    state.label_english as state_english,
    case when count(*) >= getvariable('smallest_open_cell') then count(*) end as case_count

from marts.mart_outbox as item
inner join marts.dim_agency as agency
    on item.agency_id = agency.agency_id
left join marts.dim_code as kind
    on kind.code_list = 'item_kind' and kind.code = item.kind
left join marts.dim_code as state
    on state.code_list = 'item_state' and state.code = item.state
group by all
order by
    item.agency_id,
    item.kind,
    item.state
