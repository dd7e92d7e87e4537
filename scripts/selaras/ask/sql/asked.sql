-- What can be asked in each situation; of members each by their own id, after `#`.
-- One row per situation and question.
with

named as (

    select
        situation_id,
        household_id,
        unnest(string_split(missing_facts, ', ')) as label

    from situation

)

select distinct
    named.situation_id,
    named.label,
    case
        when starts_with(named.label, 'member.')
            then concat(named.label, '#', member.person_id)
        else named.label
    end as question

from named
inner join answer on named.label = answer.label
left join member
    on
        named.household_id = member.household_id
        and named.label = member.label
where not starts_with(named.label, 'member.') or member.person_id is not null
