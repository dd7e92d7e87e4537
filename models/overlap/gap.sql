with

enrolled as (

    select * from {{ ref('complement_side') }}

),

-- Silence means something only where a list for that time came.
received as (

    select distinct
        programme_id,
        starts_on,
        ends_on
    from {{ ref('listed_side') }}

),

present as (

    select distinct
        one.overlap_id,
        one.shared_id

    from enrolled as one
    inner join enrolled as expected
        on
            one.overlap_id = expected.overlap_id
            and one.shared_id = expected.shared_id
            and one.expected_programme_id != one.programme_id
            and expected.expected_programme_id = expected.programme_id
            and {{ share_a_day('one', 'expected') }}

)

select
    {{ short_id('g', ["enrolled.overlap_id", "enrolled.shared_id"]) }} as gap_id,
    enrolled.overlap_id as rule_id,
    enrolled.scope,
    case when enrolled.scope = 'person' then enrolled.shared_id end as person_id,
    max(enrolled.household_id) as household_id,
    max(enrolled.programme_id) as programme_id,
    enrolled.expected_programme_id as missing_programme_id,
    min(enrolled.starts_on) as starts_on,
    case
        when count(*) = count(enrolled.ends_on) then max(enrolled.ends_on)
    end as ends_on,
    min(enrolled.source_row_id) as evidence

from enrolled
inner join received
    on
        enrolled.expected_programme_id = received.programme_id
        and {{ share_a_day('enrolled', 'received') }}
left join present
    on
        enrolled.overlap_id = present.overlap_id
        and enrolled.shared_id = present.shared_id
where
    enrolled.expected_programme_id != enrolled.programme_id
    and present.shared_id is null
group by
    enrolled.overlap_id,
    enrolled.scope,
    enrolled.shared_id,
    enrolled.expected_programme_id
