with

side as (

    select * from {{ ref('listed_side') }}

),

scoped as (

    {{ under_each_scope('side') }}

),

overlap_rule as (

    select * from {{ ref('overlap_rule') }}
    where expected_programme_id is not null

),

expected as (

    select
        overlap_rule.*,
        scoped.programme_id as enrolled_programme_id,
        scoped.household_id,
        scoped.source_row_id,
        scoped.shared_id,
        greatest(scoped.starts_on, overlap_rule.valid_from) as gap_from,
        least(scoped.ends_on, overlap_rule.valid_to) as gap_to

    from overlap_rule
    inner join scoped
        on
            overlap_rule.scope = scoped.scope
            and scoped.programme_id
            in (overlap_rule.programme_id, overlap_rule.other_programme_id)
            and overlap_rule.expected_programme_id != scoped.programme_id

),

-- Silence means something only where a list for that time came.
received as (

    select
        programme_id,
        min(starts_on) as starts_on,
        max(ends_on) as ends_on

    from side
    group by programme_id

),

present as (

    select distinct
        expected.overlap_id,
        expected.shared_id

    from expected
    inner join scoped as other
        on
            expected.shared_id = other.shared_id
            and expected.scope = other.scope
            and expected.expected_programme_id = other.programme_id
            and other.starts_on < coalesce(expected.gap_to, other.starts_on + 1)
            and expected.gap_from < coalesce(other.ends_on, expected.gap_from + 1)

)

select
    {{ short_id('g', ["expected.overlap_id", "expected.shared_id"]) }} as gap_id,
    expected.overlap_id as rule_id,
    expected.scope,
    case when expected.scope = 'person' then expected.shared_id end as person_id,
    max(expected.household_id) as household_id,
    max(expected.enrolled_programme_id) as programme_id,
    expected.expected_programme_id as missing_programme_id,
    min(expected.gap_from) as starts_on,
    max(expected.gap_to) as ends_on,
    min(expected.source_row_id) as evidence

from expected
inner join received
    on
        expected.expected_programme_id = received.programme_id
        and received.starts_on < coalesce(expected.gap_to, received.starts_on + 1)
        and expected.gap_from < coalesce(received.ends_on, expected.gap_from + 1)
left join present
    on
        expected.overlap_id = present.overlap_id
        and expected.shared_id = present.shared_id
where
    present.shared_id is null
    and (expected.gap_from < expected.gap_to or expected.gap_to is null)
group by
    expected.overlap_id,
    expected.scope,
    expected.shared_id,
    expected.expected_programme_id
