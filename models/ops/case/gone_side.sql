with

gone as (

    select * from {{ ref('gone_case') }}

),

told as (

    select
        case_id,
        {{ rows_of_json('evidence', ['side', 'source', 'row']) }} as item
    from gone

),

item as (

    select
        case_id,
        item['side'] as side,
        item['source'] as source,
        item['row'] as source_row_id
    from told

),

changed as (

    select source_row_id from {{ ref('row_change') }}
    where change_kind = 'removed'
    union
    select previous_row_id as source_row_id from {{ ref('row_change') }}
    where previous_row_id is not null

),

enrolled as (

    select
        programme_id,
        person_id as subject_id
    from {{ ref('fct_enrolment') }}
    where coalesce(status, 'unknown') != 'cancelled'

    union

    select
        enrolment.programme_id,
        coalesce(card.first_household_id, enrolment.household_id) as subject_id
    from {{ ref('fct_enrolment') }} as enrolment
    left join {{ ref('first_card') }} as card
        on enrolment.household_id = card.household_id
    where coalesce(enrolment.status, 'unknown') != 'cancelled'

)

-- A side has left where its list names the person, or family, no longer; it has changed
-- where a row of it was corrected or removed.
select
    item.case_id,
    item.side,
    max(item.source) as source,
    bool_or(programme.programme_id is not null and enrolled.subject_id is null)
        as has_left,
    bool_or(changed.source_row_id is not null and gone.cause = 'finding')
        as has_changed

from item
inner join gone
    on item.case_id = gone.case_id
left join {{ ref('dim_programme') }} as programme
    on item.side = programme.programme_id
left join enrolled
    on
        item.side = enrolled.programme_id
        and case
            when gone.scope = 'person' and programme.unit = 'person'
                then gone.person_id
            else gone.family_id
        end = enrolled.subject_id
left join changed
    on item.source_row_id = changed.source_row_id
group by
    item.case_id,
    item.side
