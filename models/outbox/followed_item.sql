with

identified as (

    select
        item.*,
        kept.pseudonym_key,
        {{ facts_of_item('item', 'kept.pseudonym_key') }} as facts_id
    from {{ ref('identified_item') }} as item
    cross join {{ source('selaras', 'pseudonym_key') }} as kept

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

-- What neither stands in a row of the agency nor may be told by number is not asked.
select
    answered.item_id,
    answered.agency_id,
    answered.kind,
    answered.subject_id,
    answered.source,
    answered.table_name,
    answered.batch_date,
    answered.own_file,
    answered.line,
    answered.source_row_id,
    answered.own_number,
    answered.nik,
    answered.no_kk,
    answered.full_name,
    answered.birth_date,
    answered.place,
    answered.district_code,
    answered.district_name,
    answered.programme_id,
    answered.column_name,
    answered.current_value,
    answered.proposed_value,
    answered.evidence,
    answered.reason_id,
    answered.says_id,
    answered.says_en,
    answered.basis,
    answered.monthly_amount,
    answered.settles,
    answered.need,
    answered.certainty,
    answered.facts_id,
    answered.answer,
    answered.answered_on,
    {{ seal_of_item('answered', 'answered.pseudonym_key') }} as seal,
    {{ follow_up_of_item('answered') }} as follow_up

from answered
where coalesce(answered.own_file, answered.nik, answered.no_kk) is not null
