with

looked_up as (

    select * from {{ ref('fact_lookup') }}

),

recent_change as (

    select * from {{ ref('recent_change') }}

),

new_list as (

    select * from {{ ref('new_list') }}

),

-- What the rows say has changed: the field itself, whom the row is about, or the row.
by_row as (

    select distinct
        looked_up.programme_id,
        looked_up.unit_id,
        looked_up.kind,
        looked_up.subject_id,
        looked_up.fact_id,
        'data' as cause_kind,
        changed.source,
        changed.table_name,
        changed.field,
        changed.change_kind,
        changed.source_row_id,
        changed.batch_date

    from looked_up
    inner join recent_change as changed
        on
            looked_up.looked_up_id = changed.subject_id
            and looked_up.source = changed.source
            and looked_up.table_name = changed.table_name
    where
        changed.tells_whom
        or changed.field = looked_up.field
        or (
            looked_up.field is null
            and (looked_up.about != 'unit' or changed.tells_standing)
        )

),

by_list as (

    select distinct
        looked_up.programme_id,
        looked_up.unit_id,
        looked_up.kind,
        looked_up.subject_id,
        looked_up.fact_id,
        case when new_list.is_new then 'data' else 'time' end as cause_kind,
        new_list.source,
        new_list.table_name,
        cast(null as varchar) as field,
        case when new_list.is_new then 'new_list' else 'list_begins' end as change_kind,
        cast(null as varchar) as source_row_id,
        new_list.batch_date

    from looked_up
    inner join new_list
        on
            looked_up.source = new_list.source
            and looked_up.table_name = new_list.table_name

),

by_data as (

    select * from by_row
    union all
    select * from by_list

),

-- A fact is a function of the rows attached, of what they say and of the day. Where
-- they say the same, another row is attached, or days that it names began or ended.
left_over as (

    select
        changed.programme_id,
        changed.unit_id,
        changed.kind,
        changed.subject_id,
        changed.fact_id,
        case
            when
                coalesce(bool_or(looked_up.is_dated), false)
                and not coalesce(bool_or(reattached.subject_id is not null), false)
                then 'time'
            else 'linkage'
        end as cause_kind,
        cast(null as varchar) as source,
        cast(null as varchar) as table_name,
        cast(null as varchar) as field,
        cast(null as varchar) as change_kind,
        cast(null as varchar) as source_row_id,
        cast(null as date) as batch_date

    from {{ ref('changed_fact') }} as changed
    left join looked_up
        on {{ is_same_fact('changed', 'looked_up') }}
    left join by_data
        on {{ is_same_fact('changed', 'by_data') }}
    left join {{ ref('reattached') }} as reattached
        on looked_up.looked_up_id = reattached.subject_id
    where
        by_data.fact_id is null
        and changed.aged_value is distinct from changed.now_value
    group by
        changed.programme_id,
        changed.unit_id,
        changed.kind,
        changed.subject_id,
        changed.fact_id

)

select * from by_data
union all
select * from left_over
