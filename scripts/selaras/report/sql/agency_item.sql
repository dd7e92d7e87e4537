-- What an agency was asked, by kind, and what became of it. The weeks of the same page tell the same
-- items by answer and in all. So beside small cells of an answer the next larger ones are hidden,
-- until the hidden ones are together as many as are told; and where those of all answers are not,
-- one more.
with

counted as (

    select
        agency_id,
        kind,
        state,
        case
            when state in ('agreed', 'not_yet_corrected', 'rejected', 'already_corrected') then 'answered'
            else state
        end as answer,
        count(*) as item_count

    from marts.mart_outbox
    group by all

),

ranked as (

    select
        *,
        sum(item_count) over (
            partition by agency_id, answer
            order by item_count, kind, state
            rows between unbounded preceding and 1 preceding
        ) as smaller_count

    from counted

),

marked as (

    select
        *,
        item_count >= getvariable('smallest_open_cell')
        and coalesce(smaller_count, 0) not between 1 and getvariable('smallest_open_cell') - 1
            as is_told

    from ranked

),

told as (

    select
        *,
        sum(case when is_told then 0 else item_count end) over (partition by agency_id)
        between 1 and getvariable('smallest_open_cell') - 1 as hides_few,
        row_number() over (
            partition by agency_id, is_told
            order by item_count, kind, state
        ) as place

    from marked

)

select
    told.agency_id,
    agency.title_indonesian,
    agency.title_english,
    agency.level,
    told.kind,
    kind.label_indonesian as kind_indonesian,
    kind.label_english as kind_english,
    told.state,
    state.label_indonesian as state_indonesian,
    state.label_english as state_english,
    case when told.is_told and not (told.hides_few and told.place = 1) then told.item_count end
        as case_count

from told
inner join marts.dim_agency as agency
    on told.agency_id = agency.agency_id
left join marts.dim_code as kind
    on kind.code_list = 'item_kind' and kind.code = told.kind
left join marts.dim_code as state
    on state.code_list = 'item_state' and state.code = told.state
order by
    told.agency_id,
    told.kind,
    told.state
