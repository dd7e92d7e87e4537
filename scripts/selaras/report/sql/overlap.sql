with

programme as (

    select
        programme_id,
        title_indonesian,
        title_english,
        level

    from marts.mart_programme_v2
    where enrolment_count > 0

),

both_sides as (

    select
        one.programme_id,
        other.programme_id as other_programme_id,
        count(*) as family_count

    from marts.mart_benefit as one
    inner join marts.mart_benefit as other
        on one.household_id = other.household_id
    group by
        one.programme_id,
        other.programme_id

)

select
    one.programme_id,
    one.title_indonesian,
    one.title_english,
    one.level,
    other.programme_id as other_programme_id,
    other.title_indonesian as other_indonesian,
    other.title_english as other_english,
    other.level as other_level,
    case
        when both_sides.family_count >= getvariable('smallest_open_cell') then both_sides.family_count
    end as family_count,
    case
        when both_sides.family_count >= getvariable('smallest_open_cell')
            then both_sides.family_count / whole.family_count
    end as family_share

from programme as one
cross join programme as other
left join both_sides
    on
        one.programme_id = both_sides.programme_id
        and other.programme_id = both_sides.other_programme_id
left join both_sides as whole
    on
        one.programme_id = whole.programme_id
        and one.programme_id = whole.other_programme_id
order by
    one.level,
    one.programme_id,
    other.level,
    other.programme_id
