with

looked_up as (

    select * from {{ ref('fact_lookup') }}

),

told as (

    select * from {{ ref('fact_row') }}

),

-- A fact is a function of the rows attached, of what they say and of the day. Where
-- they say the same, another row is attached, or days that it names began or ended.
untold as (

    select
        {{ same_fact('changed') }},
        case
            when
                coalesce(bool_or(looked_up.is_dated), false)
                and not coalesce(bool_or(reattached.subject_id is not null), false)
                then 'time'
            else 'linkage'
        end as cause_kind

    from {{ ref('changed_fact') }} as changed
    left join looked_up
        on {{ is_same_fact('changed', 'looked_up') }}
    left join told
        on {{ is_same_fact('changed', 'told') }}
    left join {{ ref('reattached') }} as reattached
        on looked_up.looked_up_id = reattached.subject_id
    where
        told.fact_id is null
        and changed.aged_value is distinct from changed.now_value
    group by {{ same_fact('changed') }}

),

-- The rows that people or weights attach otherwise than then.
attached as (

    select distinct
        {{ same_fact('looked_up') }},
        'linkage' as cause_kind,
        match_change.candidate_id,
        match_change.source,
        match_change.table_name,
        match_change.source_row_id,
        match_change.was_attached_by,
        match_change.attached_by,
        match_change.was_score,
        match_change.score

    from looked_up
    inner join {{ ref('match_change') }} as match_change
        on
            looked_up.looked_up_id = match_change.subject_id
            and looked_up.source = match_change.source
            and looked_up.table_name = match_change.table_name

),

every as (

    select distinct
        {{ same_fact('told') }},
        told.cause_kind
    from told

    union all

    select * from untold

)

select
    {{ same_fact('every') }},
    every.cause_kind,
    coalesce(told.source, attached.source) as source,
    coalesce(told.table_name, attached.table_name) as table_name,
    told.field,
    told.change_kind,
    coalesce(told.source_row_id, attached.source_row_id) as source_row_id,
    told.batch_date,
    attached.candidate_id,
    attached.was_attached_by,
    attached.attached_by,
    attached.was_score,
    attached.score

from every
left join told
    on
        {{ is_same_fact('every', 'told') }}
        and every.cause_kind = told.cause_kind
left join attached
    on
        {{ is_same_fact('every', 'attached') }}
        and every.cause_kind = attached.cause_kind
