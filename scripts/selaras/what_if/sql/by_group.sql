-- The same by group of those who are judged otherwise, by programme and in all (`all`, where
-- whoever gains by two programmes is one). Sex and age group are told of people only; disability
-- of a person is any, of a family that a member has a severe one.
-- One row per programme, dimension (decile, city, district ...) and group.
with

told as (

    select
        programme_id,
        coalesce(person_id, household_id) as unit_id,
        household_id,
        decile,
        city,
        district,
        family_size,
        sex,
        age_group,
        disability,
        effect = 'gains' as gains,
        effect = 'loses' as loses,
        effect = 'rises' as rises,
        effect = 'falls' as falls,
        effect = 'opens' as opens,
        certain_after - certain_before as certain_change,
        possible_after - possible_before as possible_change
    from changed

),

in_all as (

    select
        'all' as programme_id,
        * exclude (programme_id, gains, loses, rises, falls, opens, certain_change, possible_change),
        bool_or(gains) as gains,
        bool_or(loses) as loses,
        bool_or(rises) as rises,
        bool_or(falls) as falls,
        bool_or(opens) as opens,
        sum(certain_change) as certain_change,
        sum(possible_change) as possible_change
    from told
    group by all

),

together as (

    select * from told
    union all by name
    select * from in_all

),

each_group as (

    unpivot together
    on decile, city, district, family_size, sex, age_group, disability
    into name dimension value grouping

)

select
    programme_id,
    dimension,
    grouping,
    count(*) filter (where gains) as gains,
    count(*) filter (where loses) as loses,
    count(*) filter (where rises) as rises,
    count(*) filter (where falls) as falls,
    count(*) filter (where opens) as opens,
    count(distinct household_id) as families,
    cast(sum(certain_change) as bigint) as certain_change,
    cast(sum(possible_change) as bigint) as possible_change

from each_group
group by programme_id, dimension, grouping
order by programme_id = 'all', programme_id, dimension, grouping
