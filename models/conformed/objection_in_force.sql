with

objection as (

    select
        *,
        coalesce({{ tidy_word('objection_id') }}, source_row_id) as objection_key
    from {{ ref('stg_dinsos__objection') }}

),

last_day as (

    select
        objection_key,
        max(decided_on) as decided_on
    from objection
    group by objection_key

),

-- The last word of an objection counts; one that is of no known day may be the last.
last_word as (

    select
        objection.*,
        count(*) filter (
            where
            objection.status is distinct from 'accepted' or objection.decided_on is null
        ) over same_objection as other_words

    from objection
    inner join last_day
        on objection.objection_key = last_day.objection_key
    where objection.decided_on = last_day.decided_on or objection.decided_on is null
    window same_objection as (partition by objection.objection_key)

),

-- It holds from its day to the last day of "berlaku sampai", that day included.
judged as (

    select
        last_word.*,
        case when last_word.other_words = 0 then true end
        and last_word.decided_on <= as_of.as_of_date
        and case
            when not last_word.is_end_unread
                then coalesce(last_word.valid_until >= as_of.as_of_date, true)
        end as is_in_force

    from last_word
    cross join {{ ref('as_of') }} as as_of
    where coalesce(last_word.status = 'accepted', true)

),

-- One of no known programme or criterion may be about any that people can object to.
possible as (

    select distinct
        programme_id,
        criterion_id
    from {{ ref('criterion') }}
    where is_contestable

)

-- A row that stands twice is one objection. One that names a family and none of its
-- members may be of any of them.
select distinct
    judged.objection_id,
    coalesce(matched.person_id, member.person_id) as person_id,
    placed.household_id,
    coalesce(judged.programme_id, possible.programme_id) as programme_id,
    case
        when possible.criterion_id is not null then possible.criterion_id || '?'
        when judged.is_in_force and member.person_id is null then judged.criterion_id
        else judged.criterion_id || '?'
    end as criterion_id,
    judged.decided_on,
    judged.valid_until

from judged
left join possible
    on
        (judged.programme_id is null or judged.criterion_id is null)
        and coalesce(judged.programme_id = possible.programme_id, true)
        and coalesce(judged.criterion_id = possible.criterion_id, true)
left join {{ ref('list_row_person') }} as matched
    on judged.source_row_id = matched.source_row_id
left join {{ ref('list_row_household') }} as placed
    on judged.source_row_id = placed.source_row_id
left join {{ ref('programme') }} as programme
    on coalesce(judged.programme_id, possible.programme_id) = programme.programme_id
left join {{ ref('dim_person') }} as member
    on case
        when matched.person_id is null and programme.unit = 'person'
            then placed.household_id
    end = member.household_id
where judged.is_in_force is not false
