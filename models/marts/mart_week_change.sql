with

change as (

    select * from {{ ref('every_change') }}

),

list_age as (

    {{ every_week_of('week_source', ['age_days', 'is_stale', 'as_of_date']) }}

),

stale as (

    select
        as_of_date,
        max(age_days) as stale_days
    from list_age
    where is_stale
    group by as_of_date

)

select
    change.about,
    change.programme_id,
    change.rule_id,
    change.change_kind,
    change.cause_kind,
    change.name,
    change.source,
    change.table_name,
    count(distinct change.subject_id) as change_count,
    count(distinct case when change.is_to_verify then change.subject_id end)
        as to_verify_count,
    cast(sum(change.amount_change) as bigint) as amount_change,
    max(stale.stale_days) as stale_days,
    change.as_of_date

from change
left join stale
    on change.as_of_date = stale.as_of_date
group by
    change.about,
    change.programme_id,
    change.rule_id,
    change.change_kind,
    change.cause_kind,
    change.name,
    change.source,
    change.table_name,
    change.as_of_date
