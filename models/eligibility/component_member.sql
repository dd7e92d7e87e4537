-- Written by `selaras compile` from rules/*.yml. Edit the rule, not this file.
with

elig_pkh as (

    select * from {{ ref('elig_pkh') }}

),

component as (

    select * from {{ ref('component') }}

),

pkh_parameter (
    valid_from,
    valid_to,
    max_decile,
    max_people,
    max_child_age,
    max_pupil_age,
    min_elderly_age,
    pregnant_amount,
    early_childhood_amount,
    primary_amount,
    junior_secondary_amount,
    senior_secondary_amount,
    elderly_amount,
    severe_disability_amount
) as (

    values
    (
        date '2018-01-01',
        date '2020-01-01',
        4,
        4,
        6,
        21,
        70,
        null,
        null,
        null,
        null,
        null,
        null,
        null
    ),
    (
        date '2020-01-01',
        date '2025-01-01',
        4,
        4,
        6,
        21,
        60,
        null,
        null,
        null,
        null,
        null,
        null,
        null
    ),
    (
        date '2025-01-01',
        null,
        4,
        4,
        6,
        21,
        60,
        750000,
        750000,
        225000,
        375000,
        500000,
        600000,
        600000
    )

),

pkh_member as (

    select
        elig_pkh.programme_id,
        elig_pkh.household_id,
        person.person_id,
        elig_pkh.as_of_date,
        component.component_id,
        case component.component_id
            when 'pregnant'
                then person.is_alive and person.is_member and person.is_pregnant
            when 'early_childhood'
                then (
                    person.is_alive
                    and person.is_member
                    and person.age_years <= parameter.max_child_age
                )
            when 'primary'
                then (
                    person.is_alive
                    and person.is_member
                    and person.is_in_school
                    and person.school_level = 'primary'
                    and person.age_years <= parameter.max_pupil_age
                )
            when 'junior_secondary'
                then (
                    person.is_alive
                    and person.is_member
                    and person.is_in_school
                    and person.school_level = 'junior_secondary'
                    and person.age_years <= parameter.max_pupil_age
                )
            when 'senior_secondary'
                then (
                    person.is_alive
                    and person.is_member
                    and person.is_in_school
                    and person.school_level = 'senior_secondary'
                    and person.age_years <= parameter.max_pupil_age
                )
            when 'elderly'
                then (
                    person.is_alive
                    and person.is_member
                    and person.age_years >= parameter.min_elderly_age
                )
            when 'severe_disability'
                then (
                    person.is_alive
                    and person.is_member
                    and person.has_severe_disability
                )
        end as outcome,
        case component.component_id
            when 'pregnant' then parameter.pregnant_amount
            when 'early_childhood' then parameter.early_childhood_amount
            when 'primary' then parameter.primary_amount
            when 'junior_secondary' then parameter.junior_secondary_amount
            when 'senior_secondary' then parameter.senior_secondary_amount
            when 'elderly' then parameter.elderly_amount
            when 'severe_disability' then parameter.severe_disability_amount
        end as amount,
        'quarter' as per

    from elig_pkh
    inner join {{ ref('dim_person') }} as person
        on elig_pkh.household_id = person.household_id
    inner join component
        on elig_pkh.programme_id = component.programme_id
    left join pkh_parameter as parameter
        on
            elig_pkh.as_of_date >= parameter.valid_from
            and (
                elig_pkh.as_of_date < parameter.valid_to
                or parameter.valid_to is null
            )

),

member as (

    select
        programme_id,
        household_id,
        person_id,
        as_of_date,
        component_id,
        outcome,
        amount,
        per
    from pkh_member

)

select
    programme_id,
    household_id,
    person_id,
    as_of_date,
    component_id,
    outcome,
    amount,
    per

from member
where outcome is not false
