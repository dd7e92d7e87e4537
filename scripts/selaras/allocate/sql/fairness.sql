-- Who is served and who waits, by group. One row per dimension and group.
with

described as (

    select
        placed.state,
        placed.cost,
        placed.programme_id as programme,
        coalesce(cast(household.national_decile as varchar), 'unknown') as decile,
        coalesce(region.city_name, 'unknown') as city,
        coalesce(region.district_name, 'unknown') as district,
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
    left join selaras.conformed.dim_region as region
        on household.region_code = region.region_code
    left join selaras.conformed.dim_person as person
        on placed.person_id = person.person_id
    left join selaras.reference.open_age_group as age
        on person.age_years between age.from_age and age.to_age

),

each_group as (

    unpivot described
    on programme, decile, city, district, family_size, sex, age_group, disability
    into name dimension value grouping

)

select
    dimension,
    grouping,
    count(*) filter (where state in ('place', 'waiting')) as entitled,
    count(*) filter (where state = 'place') as served,
    count(*) filter (where state = 'waiting') as waiting,
    count(*) filter (where state = 'open') as open_verdicts,
    round(
        100.0 * count(*) filter (where state = 'place')
        / nullif(count(*) filter (where state in ('place', 'waiting')), 0),
        1
    ) as percent_served,
    cast(sum(cost) filter (where state = 'place') as bigint) as cost

from each_group
group by dimension, grouping
order by dimension, grouping
