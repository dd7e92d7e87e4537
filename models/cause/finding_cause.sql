with

changed as (

    select * from {{ ref('changed_finding') }}

),

looked_up as (

    select * from {{ ref('finding_lookup') }}

),

whom as (

    select
        finding_id,
        unnest([person_id, household_id, was_household_id]) as subject_id
    from changed

),

-- The rows that a finding of now names.
rested as (

    select
        changed.finding_id,
        unnest({{ row_ids_in('finding.evidence') }}) as source_row_id

    from changed
    inner join {{ ref('fct_finding') }} as finding
        on changed.finding_id = finding.finding_id

),

by_rule as (

    select distinct
        changed.finding_id,
        rule_change.cause_kind,
        rule_change.name,
        cast(null as varchar) as source,
        cast(null as varchar) as table_name,
        cast(null as varchar) as field,
        cast(null as varchar) as row_change_kind,
        cast(null as varchar) as source_row_id,
        cast(null as date) as batch_date

    from changed
    inner join {{ ref('rule_change') }} as rule_change
        on
            changed.rule_id = rule_change.programme_id
            and rule_change.part = 'overlap'

),

by_row as (

    select distinct
        looked_up.finding_id,
        'data' as cause_kind,
        cast(null as varchar) as name,
        row_change.source,
        row_change.table_name,
        row_change.field,
        row_change.change_kind as row_change_kind,
        row_change.source_row_id,
        row_change.batch_date

    from looked_up
    inner join whom
        on looked_up.finding_id = whom.finding_id
    inner join {{ ref('recent_change') }} as row_change
        on
            whom.subject_id = row_change.subject_id
            and looked_up.source = row_change.source
            and looked_up.table_name = row_change.table_name
            and row_change.programme_id
            = case
                when looked_up.field is null
                    then coalesce(looked_up.programme_id, row_change.programme_id)
                else row_change.programme_id
            end
    inner join changed
        on looked_up.finding_id = changed.finding_id
    where
        row_change.tells_whom
        or row_change.field = looked_up.field
        or (
            looked_up.field is null
            and (
                row_change.tells_standing
                or changed.kind = 'data'
                or changed.change_kind = 'amount'
            )
        )

),

by_evidence as (

    select distinct
        rested.finding_id,
        'data' as cause_kind,
        cast(null as varchar) as name,
        row_change.source,
        row_change.table_name,
        row_change.field,
        row_change.change_kind as row_change_kind,
        row_change.source_row_id,
        row_change.batch_date

    from rested
    inner join {{ ref('recent_change') }} as row_change
        on
            rested.source_row_id = row_change.source_row_id
            and row_change.tells_standing

),

by_list as (

    select distinct
        looked_up.finding_id,
        case when new_list.is_new then 'data' else 'time' end as cause_kind,
        cast(null as varchar) as name,
        new_list.source,
        new_list.table_name,
        cast(null as varchar) as field,
        case when new_list.is_new then 'new_list' else 'list_begins' end
            as row_change_kind,
        cast(null as varchar) as source_row_id,
        new_list.batch_date

    from looked_up
    inner join {{ ref('new_list') }} as new_list
        on
            looked_up.source = new_list.source
            and looked_up.table_name = new_list.table_name

),

found as (

    select * from by_rule
    union distinct
    select * from by_row
    union distinct
    select * from by_evidence
    union distinct
    select * from by_list

),

-- Where neither the rule nor any row says otherwise, days began or ended, or rows are
-- attached to others.
left_over as (

    select
        changed.finding_id,
        case
            when coalesce(bool_or(looked_up.is_dated), false) then 'time'
            else 'linkage'
        end as cause_kind,
        cast(null as varchar) as name,
        cast(null as varchar) as source,
        cast(null as varchar) as table_name,
        cast(null as varchar) as field,
        cast(null as varchar) as row_change_kind,
        cast(null as varchar) as source_row_id,
        cast(null as date) as batch_date

    from changed
    left join looked_up
        on changed.finding_id = looked_up.finding_id
    left join found
        on changed.finding_id = found.finding_id
    where found.finding_id is null
    group by changed.finding_id

)

select * from found
union all
select * from left_over
