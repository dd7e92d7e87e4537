with

question as (

    select * from {{ ref('open_question') }}
    where asked_of is not null

),

-- One row for all that an agency can tell of a person or family.
gathered as (

    select
        asked_of as agency_id,
        case when is_of_person then person_id end as person_id,
        case when not is_of_person then household_id end as household_id,
        string_agg(distinct fact_id, ', ' order by fact_id) as facts,
        count(distinct verdict_id) filter (where settles_alone) as settles,
        count(distinct verdict_id) as touches

    from question
    group by all

),

told as (

    select
        gathered.agency_id,
        'unknown' as kind,
        concat_ws(
            '/', 'unknown', gathered.agency_id,
            coalesce(gathered.person_id, gathered.household_id)
        ) as subject_id,
        gathered.person_id,
        gathered.household_id,
        cast(null as varchar) as programme_id,
        cast(null as varchar) as source_row_id,
        cast(null as varchar) as role,
        gathered.facts as column_name,
        cast(null as varchar) as current_value,
        cast(null as varchar) as proposed_value,
        concat('verdicts = ', gathered.touches) as evidence,
        reason.reason_id,
        reason.says_id,
        reason.says_en,
        reason.basis,
        cast(null as bigint) as monthly_amount,
        cast(gathered.settles as integer) as settles,
        cast(null as integer) as need,
        cast(null as double) as certainty

    from gathered
    inner join {{ ref('outbox_reason') }} as reason
        on reason.reason_id = 'unknown_here'

)

select {{ item_columns() }} from told
