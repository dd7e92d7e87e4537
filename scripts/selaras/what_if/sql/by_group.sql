-- The same by group of those who are judged otherwise, by programme and in all (`all`, where
-- somebody who gains two programmes is one). Families get more or less by the sum of what is
-- certain for those of them in the group. Sex and age group are told of people only; disability of
-- a person is any, of a family that a member has a severe one.
-- One row per programme, dimension (decile, city, district ...) and group.
with

each_group as (

    unpivot changed
    on decile, city, district, family_size, sex, age_group, disability
    into name dimension value grouping

),

placed as (

    select
        each_group.*,
        coalesce(person_id, household_id) as unit_id
    from each_group

    union all by name

    select
        each_group.* replace ('all' as programme_id),
        coalesce(person_id, household_id) as unit_id
    from each_group

),

-- Of each family, and of nobody's family those without one.
family as (

    select
        programme_id,
        dimension,
        grouping,
        household_id,
        count(distinct unit_id) filter (where effect = 'gains') as gains,
        count(distinct unit_id) filter (where effect = 'loses') as loses,
        count(distinct unit_id) filter (where effect = 'rises') as rises,
        count(distinct unit_id) filter (where effect = 'falls') as falls,
        count(distinct unit_id) filter (where effect = 'opens') as opens,
        sum(certain_after - certain_before) as certain_change,
        sum(possible_after - possible_before) as possible_change
    from placed
    group by programme_id, dimension, grouping, household_id

)

select
    programme_id,
    dimension,
    grouping,
    cast(sum(gains) as bigint) as gains,
    cast(sum(loses) as bigint) as loses,
    cast(sum(rises) as bigint) as rises,
    cast(sum(falls) as bigint) as falls,
    cast(sum(opens) as bigint) as opens,
    count(household_id) as families,
    count(household_id) filter (where certain_change > 0) as families_more,
    count(household_id) filter (where certain_change < 0) as families_less,
    cast(sum(certain_change) as bigint) as certain_change,
    cast(sum(possible_change) as bigint) as possible_change

from family
group by programme_id, dimension, grouping
order by programme_id = 'all', programme_id, dimension, grouping
