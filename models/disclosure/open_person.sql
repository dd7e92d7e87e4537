with

enrolled as (

    select
        programme_id,
        person_id,
        max(household_id) as household_id

    from {{ ref('fct_enrolment') }}
    where status != 'cancelled' and person_id is not null
    group by
        programme_id,
        person_id

)

select
    enrolled.programme_id,
    enrolled.person_id,
    coalesce(region.region_code, 'unknown') as region_code,
    coalesce(person.sex, 'unknown') as sex,
    coalesce(age.age_group, 'unknown') as age_group

from enrolled
left join {{ ref('dim_person') }} as person
    on enrolled.person_id = person.person_id
left join {{ ref('open_age_group') }} as age
    on person.age_years between age.from_age and age.to_age
left join {{ ref('dim_household') }} as household
    on enrolled.household_id = household.household_id
left join {{ ref('dim_region') }} as region
    on household.region_code = region.region_code
