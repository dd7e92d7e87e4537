-- The same by group of those who are judged otherwise. Sex and age group are told of people only;
-- disability of a person is any, of a family that a member has a severe one.
-- One row per programme, dimension (decile, city, district ...) and group.
with

each_group as (

    unpivot changed
    on decile, city, district, family_size, sex, age_group, disability
    into name dimension value grouping

)

select
    programme_id,
    dimension,
    grouping,
    count(*) filter (where effect = 'gains') as gains,
    count(*) filter (where effect = 'loses') as loses,
    count(*) filter (where effect = 'rises') as rises,
    count(*) filter (where effect = 'falls') as falls,
    count(*) filter (where effect = 'opens') as opens,
    count(distinct household_id) as families,
    cast(sum(certain_after - certain_before) as bigint) as certain_change,
    cast(sum(possible_after - possible_before) as bigint) as possible_change

from each_group
group by programme_id, dimension, grouping
order by programme_id, dimension, grouping
