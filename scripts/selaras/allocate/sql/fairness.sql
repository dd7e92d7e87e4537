-- Who is served and who waits, by group: of a place, its code and what it is called. Of whom
-- something is not known is a group of its own. Whoever is entitled is served, waits, or has no
-- amount that is known. Sex and age group are told of people only; disability of a person is any,
-- of a family that a member has a severe one. One row per dimension and group.
with

place as (

    select region_code, city_code, city_name, district_code, district_name
    from selaras.conformed.dim_region

),

called as (

    select 'city' as dimension, city_code as grouping, min(city_name) as called
    from place
    group by city_code
    union all
    select 'district' as dimension, district_code as grouping, min(district_name) as called
    from place
    group by district_code

),

described as (

    select
        placed.state,
        placed.cost,
        placed.programme_id as programme,
        coalesce(cast(household.national_decile as varchar), 'unknown') as decile,
        coalesce(place.city_code, 'unknown') as city,
        coalesce(place.district_code, 'unknown') as district,
        coalesce(cast(household.member_count as varchar), 'unknown') as family_size,
        case when placed.unit = 'person' then coalesce(person.sex, 'unknown') end as sex,
        case when placed.unit = 'person' then coalesce(age.age_group, 'unknown') end
            as age_group,
        case
            when placed.unit = 'person'
                then coalesce(cast(person.has_disability as varchar), 'unknown')
            else coalesce(cast(household.has_severe_disability_member as varchar), 'unknown')
        end as disability

    from placed
    left join selaras.conformed.dim_household as household
        on placed.household_id = household.household_id
    left join place
        on household.region_code = place.region_code
    left join selaras.conformed.dim_person as person
        on placed.person_id = person.person_id
    left join selaras.reference.open_age_group as age
        on person.age_years between age.from_age and age.to_age

),

each_group as (

    unpivot described
    on programme, decile, city, district, family_size, sex, age_group, disability
    into name dimension value grouping

),

counted as (

    select
        dimension,
        grouping,
        count(*) filter (where state <> 'open') as entitled,
        count(*) filter (where state = 'place') as served,
        count(*) filter (where state = 'waiting') as waiting,
        count(*) filter (where state = 'no_amount') as without_amount,
        count(*) filter (where state = 'open') as open_verdicts,
        cast(coalesce(sum(cost) filter (where state = 'place'), 0) as bigint) as cost
    from each_group
    group by dimension, grouping

)

select
    counted.dimension,
    counted.grouping,
    coalesce(called.called, counted.grouping) as called,
    counted.entitled,
    counted.served,
    counted.waiting,
    counted.without_amount,
    counted.open_verdicts,
    round(100.0 * counted.served / nullif(counted.entitled, 0), 1) as percent_served,
    counted.cost

from counted
left join called
    on counted.dimension = called.dimension and counted.grouping = called.grouping
order by counted.dimension, try_cast(counted.grouping as bigint), counted.grouping
