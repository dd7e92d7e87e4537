-- Written by `selaras compile` from rules/*.yml. Edit the rule, not this file.
with

person as (

    select * from {{ ref('dim_person') }}

),

household as (

    select * from {{ ref('dim_household') }}

),

criterion as (

    select * from {{ ref('criterion') }}

),

requirement as (

    select * from {{ ref('requirement') }}

),

component_people as (

    select
        programme_id,
        household_id,
        string_agg(
            concat_ws(
                ' ',
                component_id,
                person_id,
                case when outcome is null then '?' end
            ),
            ', ' order by component_id, person_id
        ) as people

    from {{ ref('component_member') }}
    group by
        programme_id,
        household_id

),

person_outcome as (

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        case criterion_id
            when 'is_poor'
                then {{ seen(['is_in_decile', 'has_poverty_letter'], 'is_poor__') }}
        end as branches

    from {{ ref('elig_diploma_relief') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, has_arrears, is_alive, has_jakarta_id, lives_in_jakarta,
            is_poor, is_not_formally_employed
        )
    )

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        cast(null as varchar) as branches

    from {{ ref('elig_kaj') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_young_enough, is_alive, has_jakarta_id, lives_in_jakarta,
            is_in_decile, owns_no_car, owns_no_valuable_property, uses_no_branded_water,
            is_not_in_care_home
        )
    )

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        case criterion_id
            when 'is_poor' then {{ seen([
                'is_in_decile', 'is_in_regular_aid',
                'is_insured_by_the_state', 'lives_in_care_home',
                'has_low_income'
            ], 'is_poor__') }}
        end as branches

    from {{ ref('elig_kipk') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_student, is_alive, is_poor
        )
    )

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        case criterion_id
            when 'is_poor' then {{ seen([
                'is_in_decile', 'lives_in_care_home', 'is_listed_as_poor'
            ], 'is_poor__') }}
        end as branches

    from {{ ref('elig_kjmu') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_student, is_alive, has_jakarta_id, lives_in_jakarta,
            is_poor, owns_no_car, owns_no_valuable_property, uses_no_branded_water,
            has_no_public_servant, has_no_state_enterprise_employee
        )
    )

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        case criterion_id
            when 'is_poor' then {{ seen([
                'is_in_decile', 'lives_in_care_home', 'has_disability',
                'is_listed_as_poor', 'is_child_of_disabled_parent',
                'is_child_of_jaklingko_driver',
                'is_child_of_worker_card_holder', 'has_returned_to_school'
            ], 'is_poor__') }}
        end as branches

    from {{ ref('elig_kjp_plus') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_of_school_age, is_in_school, is_alive, has_jakarta_id,
            lives_in_jakarta, is_poor, owns_no_car, owns_no_valuable_property,
            uses_no_branded_water, has_no_public_servant,
            has_no_state_enterprise_employee
        )
    )

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        cast(null as varchar) as branches

    from {{ ref('elig_klj') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_old_enough, is_alive, has_jakarta_id, lives_in_jakarta,
            is_in_decile, owns_no_car, owns_no_valuable_property, uses_no_branded_water,
            is_not_in_care_home, is_not_public_pensioner
        )
    )

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        cast(null as varchar) as branches

    from {{ ref('elig_kpdj') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, has_disability, is_alive, has_jakarta_id, lives_in_jakarta,
            is_in_decile, owns_no_car, owns_no_valuable_property, uses_no_branded_water,
            is_not_in_care_home, is_not_public_pensioner
        )
    )

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        cast(null as varchar) as branches

    from {{ ref('elig_pbi_apbd') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, has_jakarta_id, lives_in_jakarta, is_alive,
            is_not_insured_elsewhere, is_not_insured_by_work
        )
    )

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        case criterion_id
            when 'is_poor'
                then {{ seen(['is_in_decile', 'lives_in_care_home'], 'is_poor__') }}
        end as branches

    from {{ ref('elig_pbi_jk') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_poor, is_alive, is_not_insured_by_work
        )
    )

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        case criterion_id
            when 'is_poor' then {{ seen([
                'is_in_decile', 'is_in_regular_aid', 'has_disability',
                'is_priority_pupil'
            ], 'is_poor__') }}
        end as branches

    from {{ ref('elig_pip') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_in_school, is_alive, is_poor
        )
    )

),

person_reason as (

    select
        person_outcome.*,
        coalesce(not person.is_alive, false) as is_gone,
        case person_outcome.criterion_id
            when 'is_in_force' then {{ seen(['as_of_date'], 'person.') }}
            when 'has_arrears' then {{ seen(['diploma_arrears'], 'person.') }}
            when 'is_alive' then {{ seen(['is_alive'], 'person.') }}
            when 'has_jakarta_id' then {{ seen(['has_jakarta_id'], 'person.') }}
            when 'lives_in_jakarta' then {{ seen(['lives_in_jakarta'], 'person.') }}
            when 'is_poor'
                then case person_outcome.programme_id
                    when 'diploma_relief' then {{ seen([
                        'household.national_decile', 'has_poverty_letter'
                    ], 'person.') }}
                    when 'kipk' then {{ seen([
                        'household.national_decile',
                        'household.receives_regular_aid', 'insurance_segment',
                        'lives_in_care_home', 'household.monthly_income'
                    ], 'person.') }}
                    when 'kjmu' then {{ seen([
                        'household.national_decile', 'lives_in_care_home',
                        'is_listed_as_poor'
                    ], 'person.') }}
                    when 'kjp_plus' then {{ seen([
                        'household.national_decile', 'lives_in_care_home',
                        'has_disability', 'is_listed_as_poor',
                        'is_child_of_disabled_parent',
                        'is_child_of_jaklingko_driver',
                        'is_child_of_worker_card_holder', 'has_returned_to_school'
                    ], 'person.') }}
                    when 'pbi_jk' then {{ seen([
                        'household.national_decile', 'lives_in_care_home'
                    ], 'person.') }}
                    when 'pip' then {{ seen([
                        'household.national_decile',
                        'household.receives_regular_aid', 'has_disability',
                        'is_priority_pupil'
                    ], 'person.') }}
                end
            when 'is_not_formally_employed'
                then {{ seen(['is_formally_employed'], 'person.') }}
            when 'is_young_enough' then {{ seen(['age_years'], 'person.') }}
            when 'is_in_decile'
                then {{ seen(['household.national_decile'], 'person.') }}
            when 'owns_no_car' then {{ seen(['household.owns_car'], 'person.') }}
            when 'owns_no_valuable_property' then {{ seen([
                'household.highest_property_value',
                'household.highest_known_property_value'
            ], 'person.') }}
            when 'uses_no_branded_water'
                then {{ seen(['household.uses_branded_water'], 'person.') }}
            when 'is_not_in_care_home'
                then {{ seen(['lives_in_care_home'], 'person.') }}
            when 'is_student'
                then {{ seen(['is_in_school', 'school_level'], 'person.') }}
            when 'has_no_public_servant'
                then {{ seen(['household.has_public_servant_member'], 'person.') }}
            when 'has_no_state_enterprise_employee' then {{ seen([
                'household.has_state_enterprise_member'
            ], 'person.') }}
            when 'is_of_school_age' then {{ seen(['age_years'], 'person.') }}
            when 'is_in_school'
                then case person_outcome.programme_id
                    when 'kjp_plus' then {{ seen([
                        'is_in_school', 'school_level', 'school_type'
                    ], 'person.') }}
                    when 'pip'
                        then {{ seen(['is_in_school', 'school_level'], 'person.') }}
                end
            when 'is_old_enough' then {{ seen(['age_years'], 'person.') }}
            when 'is_not_public_pensioner'
                then {{ seen(['is_public_pensioner'], 'person.') }}
            when 'has_disability' then {{ seen(['has_disability'], 'person.') }}
            when 'is_not_insured_elsewhere'
                then {{ seen(['insurance_segment'], 'person.') }}
            when 'is_not_insured_by_work' then {{ seen([
                'is_public_servant', 'is_state_enterprise_employee'
            ], 'person.') }}
        end as observed

    from person_outcome
    inner join person
        on person_outcome.person_id = person.person_id
    left join household
        on person_outcome.household_id = household.household_id

),

household_outcome as (

    select
        programme_id,
        cast(null as varchar) as person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        cast(null as varchar) as branches

    from {{ ref('elig_blts') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_in_decile, is_alive, has_no_public_servant
        )
    )

    union all

    select
        programme_id,
        cast(null as varchar) as person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        cast(null as varchar) as branches

    from {{ ref('elig_pkh') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_in_decile, has_component, has_no_public_servant
        )
    )

    union all

    select
        programme_id,
        cast(null as varchar) as person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        contested_criteria,
        unmet_criteria,
        unknown_criteria,
        cast(null as varchar) as branches

    from {{ ref('elig_sembako') }}
    unpivot include nulls (
        outcome for criterion_id in (
            is_in_force, is_in_decile, is_alive, has_no_public_servant
        )
    )

),

household_reason as (

    select
        household_outcome.*,
        coalesce(not household.has_living_member, false) as is_gone,
        case household_outcome.criterion_id
            when 'is_in_force' then {{ seen(['as_of_date'], 'household.') }}
            when 'is_in_decile' then {{ seen(['national_decile'], 'household.') }}
            when 'is_alive' then {{ seen(['has_living_member'], 'household.') }}
            when 'has_no_public_servant'
                then {{ seen(['has_public_servant_member'], 'household.') }}
            when 'has_component' then concat(
                'has_component = ',
                coalesce(
                    component_people.people,
                    cast(household_outcome.outcome as varchar),
                    '?'
                )
            )
        end as observed

    from household_outcome
    inner join household
        on household_outcome.household_id = household.household_id
    left join component_people
        on
            household_outcome.programme_id = component_people.programme_id
            and household_outcome.household_id = component_people.household_id

),

reason as (

    select *
    from person_reason

    union all

    select *
    from household_reason

)

select
    reason.programme_id,
    reason.person_id,
    reason.household_id,
    reason.as_of_date,
    reason.criterion_id,
    reason.outcome,
    contains(
        concat(', ', reason.contested_criteria, ','),
        concat(', ', reason.criterion_id, ',')
    ) as is_contested,
    reason.unmet_criteria = reason.criterion_id
    and reason.criterion_id != 'is_in_force'
    and reason.unknown_criteria = ''
    and not reason.is_gone as is_near_miss,
    reason.branches,
    reason.observed,
    criterion.position,
    requirement.required,
    criterion.basis,
    criterion.status,
    requirement.says_id,
    requirement.says_en

from reason
inner join criterion
    on
        reason.programme_id = criterion.programme_id
        and reason.criterion_id = criterion.criterion_id
inner join requirement
    on
        reason.programme_id = requirement.programme_id
        and reason.criterion_id = requirement.criterion_id
        and reason.as_of_date >= requirement.valid_from
        and (
            reason.as_of_date < requirement.valid_to
            or requirement.valid_to is null
        )
