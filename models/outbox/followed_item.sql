with

-- What neither stands in a row of the agency nor may be told by number is not asked.
told as (

    select
        placed.*,
        asked_row.source,
        asked_row.table_name

    from {{ ref('placed_item') }} as placed
    left join {{ ref('asked_row') }} as asked_row
        on
            placed.source_row_id = asked_row.source_row_id
            and placed.asked_role = asked_row.asked_role
    left join {{ ref('known_item') }} as known
        on placed.item_id = known.item_id
    where coalesce(asked_row.file, known.nik, known.no_kk) is not null

),

answer as (

    select * from {{ ref('item_answer') }}

),

-- The last drop in which a list of an agency came, and any list of it; where it sends
-- none, any at all.
came as (

    select
        supplier.agency_id,
        snapshot_file.source,
        snapshot_file.table_name,
        max(snapshot_file.batch_date) as batch_date

    from {{ ref('snapshot_file') }} as snapshot_file
    inner join {{ ref('supplier') }} as supplier
        on snapshot_file.source = supplier.source
    where snapshot_file.is_in_force
    group by
        supplier.agency_id,
        snapshot_file.source,
        snapshot_file.table_name

),

any_list as (

    select
        agency_id,
        max(batch_date) as batch_date
    from came
    group by agency_id

),

newest as (

    select max(batch_date) as batch_date
    from {{ ref('snapshot_file') }}

),

answered as (

    select
        told.*,
        answer.answer,
        answer.facts_id as facts_answered,
        coalesce(answer.answered_on, answer.batch_date) as answered_on,
        answer.batch_date as answered_in,
        case
            when told.source is null
                then coalesce(any_list.batch_date, newest.batch_date)
            else came.batch_date
        end as came_on

    from told
    cross join newest
    left join answer
        on told.item_id = answer.item_id
    left join came
        on
            told.source = came.source
            and told.table_name = came.table_name
    left join any_list
        on told.agency_id = any_list.agency_id

),

followed as (

    select
        *,
        {{ follow_up_of_item('answered') }} as follow_up
    from answered

),

-- What is answered is not asked again while its facts are the same, unless it was
-- agreed and the list came again as it was.
judged as (

    select
        *,
        follow_up not in ('rejected', 'answered') as is_asked
    from followed

)

-- Ranked here, where rows are narrow.
select
    item_id,
    agency_id,
    kind,
    reason_id,
    programme_id,
    source,
    table_name,
    monthly_amount,
    settles,
    need,
    certainty,
    source_row_id,
    asked_role,
    answer,
    answered_on,
    follow_up,
    is_asked,
    row_number() over (
        partition by agency_id, kind, is_asked
        order by
            settles desc nulls last,
            need asc nulls last,
            certainty desc nulls last,
            monthly_amount desc nulls last,
            item_id asc
    ) as item_rank

from judged
