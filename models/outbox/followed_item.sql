with

-- What neither stands in a row of the agency nor may be told by number is not asked.
identified as (

    select
        item_id,
        facts_id,
        agency_id,
        kind,
        monthly_amount,
        settles,
        need,
        certainty,
        source,
        table_name
    from {{ ref('identified_item') }}
    where coalesce(own_file, nik, no_kk) is not null

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
        identified.*,
        answer.answer,
        answer.facts_id as facts_answered,
        coalesce(answer.answered_on, answer.batch_date) as answered_on,
        answer.batch_date as answered_in,
        case
            when identified.source is null
                then coalesce(any_list.batch_date, newest.batch_date)
            else came.batch_date
        end as came_on

    from identified
    cross join newest
    left join answer
        on identified.item_id = answer.item_id
    left join came
        on
            identified.source = came.source
            and identified.table_name = came.table_name
    left join any_list
        on identified.agency_id = any_list.agency_id

)

select
    answered.item_id,
    answered.agency_id,
    answered.kind,
    answered.settles,
    answered.need,
    answered.certainty,
    answered.monthly_amount,
    answered.answer,
    answered.answered_on,
    {{ follow_up_of_item('answered') }} as follow_up

from answered
