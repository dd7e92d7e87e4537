-- Written by `selaras compile` from rules/*.yml. Edit the rule, not this file.
with

elig_blts as (

    select * from {{ ref('elig_blts') }}

),

elig_diploma_relief as (

    select * from {{ ref('elig_diploma_relief') }}

),

elig_kaj as (

    select * from {{ ref('elig_kaj') }}

),

elig_kipk as (

    select * from {{ ref('elig_kipk') }}

),

elig_kjmu as (

    select * from {{ ref('elig_kjmu') }}

),

elig_kjp_plus as (

    select * from {{ ref('elig_kjp_plus') }}

),

elig_klj as (

    select * from {{ ref('elig_klj') }}

),

elig_kpdj as (

    select * from {{ ref('elig_kpdj') }}

),

elig_pbi_apbd as (

    select * from {{ ref('elig_pbi_apbd') }}

),

elig_pbi_jk as (

    select * from {{ ref('elig_pbi_jk') }}

),

elig_pip as (

    select * from {{ ref('elig_pip') }}

),

elig_pkh as (

    select * from {{ ref('elig_pkh') }}

),

elig_sembako as (

    select * from {{ ref('elig_sembako') }}

),

dim_person as (

    select * from {{ ref('dim_person') }}

),

dim_household as (

    select * from {{ ref('dim_household') }}

),

criterion as (

    select * from {{ ref('criterion') }}

),

requirement as (

    select * from {{ ref('requirement') }}

),

blts_reason as (

    select
        elig_blts.programme_id,
        elig_blts.person_id,
        elig_blts.household_id,
        elig_blts.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_blts.is_in_force
            when 'is_in_decile' then elig_blts.is_in_decile
            when 'is_alive' then elig_blts.is_alive
            when 'has_no_public_servant' then elig_blts.has_no_public_servant
        end as outcome,
        contains(
            concat(', ', elig_blts.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_blts.unmet_criteria = criterion.criterion_id
        and elig_blts.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_in_decile'
                then concat(
                    'national_decile = ',
                    coalesce(
                        cast(dim_household.national_decile as varchar),
                        '?'
                    )
                )
            when 'is_alive'
                then concat(
                    'has_living_member = ',
                    coalesce(
                        cast(dim_household.has_living_member as varchar),
                        '?'
                    )
                )
            when 'has_no_public_servant'
                then concat(
                    'has_public_servant_member = ',
                    coalesce(
                        cast(dim_household.has_public_servant_member as varchar),
                        '?'
                    )
                )
        end as observed

    from elig_blts
    inner join criterion
        on elig_blts.programme_id = criterion.programme_id
    left join dim_household
        on elig_blts.household_id = dim_household.household_id

),

diploma_relief_reason as (

    select
        elig_diploma_relief.programme_id,
        elig_diploma_relief.person_id,
        elig_diploma_relief.household_id,
        elig_diploma_relief.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_diploma_relief.is_in_force
            when 'has_arrears' then elig_diploma_relief.has_arrears
            when 'is_alive' then elig_diploma_relief.is_alive
            when 'has_jakarta_id' then elig_diploma_relief.has_jakarta_id
            when 'lives_in_jakarta' then elig_diploma_relief.lives_in_jakarta
            when 'is_poor' then elig_diploma_relief.is_poor
            when 'is_not_formally_employed'
                then elig_diploma_relief.is_not_formally_employed
        end as outcome,
        contains(
            concat(', ', elig_diploma_relief.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_diploma_relief.unmet_criteria = criterion.criterion_id
        and elig_diploma_relief.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'has_arrears'
                then concat(
                    'diploma_arrears = ',
                    coalesce(
                        cast(dim_person.diploma_arrears as varchar),
                        '?'
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'has_jakarta_id'
                then concat(
                    'has_jakarta_id = ',
                    coalesce(
                        cast(dim_person.has_jakarta_id as varchar),
                        '?'
                    )
                )
            when 'lives_in_jakarta'
                then concat(
                    'lives_in_jakarta = ',
                    coalesce(
                        cast(dim_person.lives_in_jakarta as varchar),
                        '?'
                    )
                )
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'household.national_decile = ',
                        coalesce(
                            cast(dim_household.national_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'has_poverty_letter = ',
                        coalesce(
                            cast(dim_person.has_poverty_letter as varchar),
                            '?'
                        )
                    )
                )
            when 'is_not_formally_employed'
                then concat(
                    'is_formally_employed = ',
                    coalesce(
                        cast(dim_person.is_formally_employed as varchar),
                        '?'
                    )
                )
        end as observed

    from elig_diploma_relief
    inner join criterion
        on elig_diploma_relief.programme_id = criterion.programme_id
    left join dim_person
        on elig_diploma_relief.person_id = dim_person.person_id
    left join dim_household
        on elig_diploma_relief.household_id = dim_household.household_id

),

kaj_reason as (

    select
        elig_kaj.programme_id,
        elig_kaj.person_id,
        elig_kaj.household_id,
        elig_kaj.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_kaj.is_in_force
            when 'is_young_enough' then elig_kaj.is_young_enough
            when 'is_alive' then elig_kaj.is_alive
            when 'has_jakarta_id' then elig_kaj.has_jakarta_id
            when 'lives_in_jakarta' then elig_kaj.lives_in_jakarta
            when 'is_in_decile' then elig_kaj.is_in_decile
            when 'owns_no_car' then elig_kaj.owns_no_car
            when 'owns_no_valuable_property' then elig_kaj.owns_no_valuable_property
            when 'uses_no_branded_water' then elig_kaj.uses_no_branded_water
            when 'is_not_in_care_home' then elig_kaj.is_not_in_care_home
        end as outcome,
        contains(
            concat(', ', elig_kaj.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_kaj.unmet_criteria = criterion.criterion_id
        and elig_kaj.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_young_enough'
                then concat(
                    'age_years = ',
                    coalesce(
                        cast(dim_person.age_years as varchar),
                        '?'
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'has_jakarta_id'
                then concat(
                    'has_jakarta_id = ',
                    coalesce(
                        cast(dim_person.has_jakarta_id as varchar),
                        '?'
                    )
                )
            when 'lives_in_jakarta'
                then concat(
                    'lives_in_jakarta = ',
                    coalesce(
                        cast(dim_person.lives_in_jakarta as varchar),
                        '?'
                    )
                )
            when 'is_in_decile'
                then concat(
                    'household.national_decile = ',
                    coalesce(
                        cast(dim_household.national_decile as varchar),
                        '?'
                    )
                )
            when 'owns_no_car'
                then concat(
                    'household.owns_car = ',
                    coalesce(
                        cast(dim_household.owns_car as varchar),
                        '?'
                    )
                )
            when 'owns_no_valuable_property'
                then concat(
                    'household.highest_property_value = ',
                    coalesce(
                        cast(dim_household.highest_property_value as varchar),
                        '?'
                    )
                )
            when 'uses_no_branded_water'
                then concat(
                    'household.uses_branded_water = ',
                    coalesce(
                        cast(dim_household.uses_branded_water as varchar),
                        '?'
                    )
                )
            when 'is_not_in_care_home'
                then concat(
                    'lives_in_care_home = ',
                    coalesce(
                        cast(dim_person.lives_in_care_home as varchar),
                        '?'
                    )
                )
        end as observed

    from elig_kaj
    inner join criterion
        on elig_kaj.programme_id = criterion.programme_id
    left join dim_person
        on elig_kaj.person_id = dim_person.person_id
    left join dim_household
        on elig_kaj.household_id = dim_household.household_id

),

kipk_reason as (

    select
        elig_kipk.programme_id,
        elig_kipk.person_id,
        elig_kipk.household_id,
        elig_kipk.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_kipk.is_in_force
            when 'is_student' then elig_kipk.is_student
            when 'is_alive' then elig_kipk.is_alive
            when 'is_poor' then elig_kipk.is_poor
        end as outcome,
        contains(
            concat(', ', elig_kipk.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_kipk.unmet_criteria = criterion.criterion_id
        and elig_kipk.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_student'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_school = ',
                        coalesce(
                            cast(dim_person.is_in_school as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'school_level = ',
                        coalesce(
                            cast(dim_person.school_level as varchar),
                            '?'
                        )
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'household.national_decile = ',
                        coalesce(
                            cast(dim_household.national_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'household.receives_regular_aid = ',
                        coalesce(
                            cast(dim_household.receives_regular_aid as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'insurance_segment = ',
                        coalesce(
                            cast(dim_person.insurance_segment as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'lives_in_care_home = ',
                        coalesce(
                            cast(dim_person.lives_in_care_home as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'household.monthly_income = ',
                        coalesce(
                            cast(dim_household.monthly_income as varchar),
                            '?'
                        )
                    )
                )
        end as observed

    from elig_kipk
    inner join criterion
        on elig_kipk.programme_id = criterion.programme_id
    left join dim_person
        on elig_kipk.person_id = dim_person.person_id
    left join dim_household
        on elig_kipk.household_id = dim_household.household_id

),

kjmu_reason as (

    select
        elig_kjmu.programme_id,
        elig_kjmu.person_id,
        elig_kjmu.household_id,
        elig_kjmu.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_kjmu.is_in_force
            when 'is_student' then elig_kjmu.is_student
            when 'is_alive' then elig_kjmu.is_alive
            when 'has_jakarta_id' then elig_kjmu.has_jakarta_id
            when 'lives_in_jakarta' then elig_kjmu.lives_in_jakarta
            when 'is_poor' then elig_kjmu.is_poor
            when 'owns_no_car' then elig_kjmu.owns_no_car
            when 'owns_no_valuable_property' then elig_kjmu.owns_no_valuable_property
            when 'uses_no_branded_water' then elig_kjmu.uses_no_branded_water
            when 'has_no_public_servant' then elig_kjmu.has_no_public_servant
            when 'has_no_state_enterprise_employee'
                then elig_kjmu.has_no_state_enterprise_employee
        end as outcome,
        contains(
            concat(', ', elig_kjmu.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_kjmu.unmet_criteria = criterion.criterion_id
        and elig_kjmu.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_student'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_school = ',
                        coalesce(
                            cast(dim_person.is_in_school as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'school_level = ',
                        coalesce(
                            cast(dim_person.school_level as varchar),
                            '?'
                        )
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'has_jakarta_id'
                then concat(
                    'has_jakarta_id = ',
                    coalesce(
                        cast(dim_person.has_jakarta_id as varchar),
                        '?'
                    )
                )
            when 'lives_in_jakarta'
                then concat(
                    'lives_in_jakarta = ',
                    coalesce(
                        cast(dim_person.lives_in_jakarta as varchar),
                        '?'
                    )
                )
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'household.national_decile = ',
                        coalesce(
                            cast(dim_household.national_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'lives_in_care_home = ',
                        coalesce(
                            cast(dim_person.lives_in_care_home as varchar),
                            '?'
                        )
                    )
                )
            when 'owns_no_car'
                then concat(
                    'household.owns_car = ',
                    coalesce(
                        cast(dim_household.owns_car as varchar),
                        '?'
                    )
                )
            when 'owns_no_valuable_property'
                then concat(
                    'household.highest_property_value = ',
                    coalesce(
                        cast(dim_household.highest_property_value as varchar),
                        '?'
                    )
                )
            when 'uses_no_branded_water'
                then concat(
                    'household.uses_branded_water = ',
                    coalesce(
                        cast(dim_household.uses_branded_water as varchar),
                        '?'
                    )
                )
            when 'has_no_public_servant'
                then concat(
                    'household.has_public_servant_member = ',
                    coalesce(
                        cast(dim_household.has_public_servant_member as varchar),
                        '?'
                    )
                )
            when 'has_no_state_enterprise_employee'
                then concat(
                    'household.has_state_enterprise_member = ',
                    coalesce(
                        cast(dim_household.has_state_enterprise_member as varchar),
                        '?'
                    )
                )
        end as observed

    from elig_kjmu
    inner join criterion
        on elig_kjmu.programme_id = criterion.programme_id
    left join dim_person
        on elig_kjmu.person_id = dim_person.person_id
    left join dim_household
        on elig_kjmu.household_id = dim_household.household_id

),

kjp_plus_reason as (

    select
        elig_kjp_plus.programme_id,
        elig_kjp_plus.person_id,
        elig_kjp_plus.household_id,
        elig_kjp_plus.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_kjp_plus.is_in_force
            when 'is_of_school_age' then elig_kjp_plus.is_of_school_age
            when 'is_in_school' then elig_kjp_plus.is_in_school
            when 'is_alive' then elig_kjp_plus.is_alive
            when 'has_jakarta_id' then elig_kjp_plus.has_jakarta_id
            when 'lives_in_jakarta' then elig_kjp_plus.lives_in_jakarta
            when 'is_poor' then elig_kjp_plus.is_poor
            when 'owns_no_car' then elig_kjp_plus.owns_no_car
            when 'owns_no_valuable_property'
                then elig_kjp_plus.owns_no_valuable_property
            when 'uses_no_branded_water' then elig_kjp_plus.uses_no_branded_water
            when 'has_no_public_servant' then elig_kjp_plus.has_no_public_servant
            when 'has_no_state_enterprise_employee'
                then elig_kjp_plus.has_no_state_enterprise_employee
        end as outcome,
        contains(
            concat(', ', elig_kjp_plus.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_kjp_plus.unmet_criteria = criterion.criterion_id
        and elig_kjp_plus.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_of_school_age'
                then concat(
                    'age_years = ',
                    coalesce(
                        cast(dim_person.age_years as varchar),
                        '?'
                    )
                )
            when 'is_in_school'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_school = ',
                        coalesce(
                            cast(dim_person.is_in_school as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'school_level = ',
                        coalesce(
                            cast(dim_person.school_level as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'school_type = ',
                        coalesce(
                            cast(dim_person.school_type as varchar),
                            '?'
                        )
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'has_jakarta_id'
                then concat(
                    'has_jakarta_id = ',
                    coalesce(
                        cast(dim_person.has_jakarta_id as varchar),
                        '?'
                    )
                )
            when 'lives_in_jakarta'
                then concat(
                    'lives_in_jakarta = ',
                    coalesce(
                        cast(dim_person.lives_in_jakarta as varchar),
                        '?'
                    )
                )
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'household.national_decile = ',
                        coalesce(
                            cast(dim_household.national_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'lives_in_care_home = ',
                        coalesce(
                            cast(dim_person.lives_in_care_home as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'has_disability = ',
                        coalesce(
                            cast(dim_person.has_disability as varchar),
                            '?'
                        )
                    )
                )
            when 'owns_no_car'
                then concat(
                    'household.owns_car = ',
                    coalesce(
                        cast(dim_household.owns_car as varchar),
                        '?'
                    )
                )
            when 'owns_no_valuable_property'
                then concat(
                    'household.highest_property_value = ',
                    coalesce(
                        cast(dim_household.highest_property_value as varchar),
                        '?'
                    )
                )
            when 'uses_no_branded_water'
                then concat(
                    'household.uses_branded_water = ',
                    coalesce(
                        cast(dim_household.uses_branded_water as varchar),
                        '?'
                    )
                )
            when 'has_no_public_servant'
                then concat(
                    'household.has_public_servant_member = ',
                    coalesce(
                        cast(dim_household.has_public_servant_member as varchar),
                        '?'
                    )
                )
            when 'has_no_state_enterprise_employee'
                then concat(
                    'household.has_state_enterprise_member = ',
                    coalesce(
                        cast(dim_household.has_state_enterprise_member as varchar),
                        '?'
                    )
                )
        end as observed

    from elig_kjp_plus
    inner join criterion
        on elig_kjp_plus.programme_id = criterion.programme_id
    left join dim_person
        on elig_kjp_plus.person_id = dim_person.person_id
    left join dim_household
        on elig_kjp_plus.household_id = dim_household.household_id

),

klj_reason as (

    select
        elig_klj.programme_id,
        elig_klj.person_id,
        elig_klj.household_id,
        elig_klj.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_klj.is_in_force
            when 'is_old_enough' then elig_klj.is_old_enough
            when 'is_alive' then elig_klj.is_alive
            when 'has_jakarta_id' then elig_klj.has_jakarta_id
            when 'lives_in_jakarta' then elig_klj.lives_in_jakarta
            when 'is_in_decile' then elig_klj.is_in_decile
            when 'owns_no_car' then elig_klj.owns_no_car
            when 'owns_no_valuable_property' then elig_klj.owns_no_valuable_property
            when 'uses_no_branded_water' then elig_klj.uses_no_branded_water
            when 'is_not_in_care_home' then elig_klj.is_not_in_care_home
            when 'is_not_public_pensioner' then elig_klj.is_not_public_pensioner
        end as outcome,
        contains(
            concat(', ', elig_klj.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_klj.unmet_criteria = criterion.criterion_id
        and elig_klj.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_old_enough'
                then concat(
                    'age_years = ',
                    coalesce(
                        cast(dim_person.age_years as varchar),
                        '?'
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'has_jakarta_id'
                then concat(
                    'has_jakarta_id = ',
                    coalesce(
                        cast(dim_person.has_jakarta_id as varchar),
                        '?'
                    )
                )
            when 'lives_in_jakarta'
                then concat(
                    'lives_in_jakarta = ',
                    coalesce(
                        cast(dim_person.lives_in_jakarta as varchar),
                        '?'
                    )
                )
            when 'is_in_decile'
                then concat(
                    'household.national_decile = ',
                    coalesce(
                        cast(dim_household.national_decile as varchar),
                        '?'
                    )
                )
            when 'owns_no_car'
                then concat(
                    'household.owns_car = ',
                    coalesce(
                        cast(dim_household.owns_car as varchar),
                        '?'
                    )
                )
            when 'owns_no_valuable_property'
                then concat(
                    'household.highest_property_value = ',
                    coalesce(
                        cast(dim_household.highest_property_value as varchar),
                        '?'
                    )
                )
            when 'uses_no_branded_water'
                then concat(
                    'household.uses_branded_water = ',
                    coalesce(
                        cast(dim_household.uses_branded_water as varchar),
                        '?'
                    )
                )
            when 'is_not_in_care_home'
                then concat(
                    'lives_in_care_home = ',
                    coalesce(
                        cast(dim_person.lives_in_care_home as varchar),
                        '?'
                    )
                )
            when 'is_not_public_pensioner'
                then concat(
                    'is_public_pensioner = ',
                    coalesce(
                        cast(dim_person.is_public_pensioner as varchar),
                        '?'
                    )
                )
        end as observed

    from elig_klj
    inner join criterion
        on elig_klj.programme_id = criterion.programme_id
    left join dim_person
        on elig_klj.person_id = dim_person.person_id
    left join dim_household
        on elig_klj.household_id = dim_household.household_id

),

kpdj_reason as (

    select
        elig_kpdj.programme_id,
        elig_kpdj.person_id,
        elig_kpdj.household_id,
        elig_kpdj.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_kpdj.is_in_force
            when 'has_disability' then elig_kpdj.has_disability
            when 'is_alive' then elig_kpdj.is_alive
            when 'has_jakarta_id' then elig_kpdj.has_jakarta_id
            when 'lives_in_jakarta' then elig_kpdj.lives_in_jakarta
            when 'is_in_decile' then elig_kpdj.is_in_decile
            when 'owns_no_car' then elig_kpdj.owns_no_car
            when 'owns_no_valuable_property' then elig_kpdj.owns_no_valuable_property
            when 'uses_no_branded_water' then elig_kpdj.uses_no_branded_water
            when 'is_not_in_care_home' then elig_kpdj.is_not_in_care_home
            when 'is_not_public_pensioner' then elig_kpdj.is_not_public_pensioner
        end as outcome,
        contains(
            concat(', ', elig_kpdj.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_kpdj.unmet_criteria = criterion.criterion_id
        and elig_kpdj.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'has_disability'
                then concat(
                    'has_disability = ',
                    coalesce(
                        cast(dim_person.has_disability as varchar),
                        '?'
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'has_jakarta_id'
                then concat(
                    'has_jakarta_id = ',
                    coalesce(
                        cast(dim_person.has_jakarta_id as varchar),
                        '?'
                    )
                )
            when 'lives_in_jakarta'
                then concat(
                    'lives_in_jakarta = ',
                    coalesce(
                        cast(dim_person.lives_in_jakarta as varchar),
                        '?'
                    )
                )
            when 'is_in_decile'
                then concat(
                    'household.national_decile = ',
                    coalesce(
                        cast(dim_household.national_decile as varchar),
                        '?'
                    )
                )
            when 'owns_no_car'
                then concat(
                    'household.owns_car = ',
                    coalesce(
                        cast(dim_household.owns_car as varchar),
                        '?'
                    )
                )
            when 'owns_no_valuable_property'
                then concat(
                    'household.highest_property_value = ',
                    coalesce(
                        cast(dim_household.highest_property_value as varchar),
                        '?'
                    )
                )
            when 'uses_no_branded_water'
                then concat(
                    'household.uses_branded_water = ',
                    coalesce(
                        cast(dim_household.uses_branded_water as varchar),
                        '?'
                    )
                )
            when 'is_not_in_care_home'
                then concat(
                    'lives_in_care_home = ',
                    coalesce(
                        cast(dim_person.lives_in_care_home as varchar),
                        '?'
                    )
                )
            when 'is_not_public_pensioner'
                then concat(
                    'is_public_pensioner = ',
                    coalesce(
                        cast(dim_person.is_public_pensioner as varchar),
                        '?'
                    )
                )
        end as observed

    from elig_kpdj
    inner join criterion
        on elig_kpdj.programme_id = criterion.programme_id
    left join dim_person
        on elig_kpdj.person_id = dim_person.person_id
    left join dim_household
        on elig_kpdj.household_id = dim_household.household_id

),

pbi_apbd_reason as (

    select
        elig_pbi_apbd.programme_id,
        elig_pbi_apbd.person_id,
        elig_pbi_apbd.household_id,
        elig_pbi_apbd.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_pbi_apbd.is_in_force
            when 'has_jakarta_id' then elig_pbi_apbd.has_jakarta_id
            when 'lives_in_jakarta' then elig_pbi_apbd.lives_in_jakarta
            when 'is_alive' then elig_pbi_apbd.is_alive
            when 'is_not_insured_by_work' then elig_pbi_apbd.is_not_insured_by_work
        end as outcome,
        contains(
            concat(', ', elig_pbi_apbd.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_pbi_apbd.unmet_criteria = criterion.criterion_id
        and elig_pbi_apbd.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'has_jakarta_id'
                then concat(
                    'has_jakarta_id = ',
                    coalesce(
                        cast(dim_person.has_jakarta_id as varchar),
                        '?'
                    )
                )
            when 'lives_in_jakarta'
                then concat(
                    'lives_in_jakarta = ',
                    coalesce(
                        cast(dim_person.lives_in_jakarta as varchar),
                        '?'
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'is_not_insured_by_work'
                then concat_ws(
                    ', ',
                    concat(
                        'is_public_servant = ',
                        coalesce(
                            cast(dim_person.is_public_servant as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_state_enterprise_employee = ',
                        coalesce(
                            cast(dim_person.is_state_enterprise_employee as varchar),
                            '?'
                        )
                    )
                )
        end as observed

    from elig_pbi_apbd
    inner join criterion
        on elig_pbi_apbd.programme_id = criterion.programme_id
    left join dim_person
        on elig_pbi_apbd.person_id = dim_person.person_id

),

pbi_jk_reason as (

    select
        elig_pbi_jk.programme_id,
        elig_pbi_jk.person_id,
        elig_pbi_jk.household_id,
        elig_pbi_jk.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_pbi_jk.is_in_force
            when 'is_poor' then elig_pbi_jk.is_poor
            when 'is_alive' then elig_pbi_jk.is_alive
            when 'is_not_insured_by_work' then elig_pbi_jk.is_not_insured_by_work
        end as outcome,
        contains(
            concat(', ', elig_pbi_jk.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_pbi_jk.unmet_criteria = criterion.criterion_id
        and elig_pbi_jk.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'household.national_decile = ',
                        coalesce(
                            cast(dim_household.national_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'lives_in_care_home = ',
                        coalesce(
                            cast(dim_person.lives_in_care_home as varchar),
                            '?'
                        )
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'is_not_insured_by_work'
                then concat_ws(
                    ', ',
                    concat(
                        'is_public_servant = ',
                        coalesce(
                            cast(dim_person.is_public_servant as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_state_enterprise_employee = ',
                        coalesce(
                            cast(dim_person.is_state_enterprise_employee as varchar),
                            '?'
                        )
                    )
                )
        end as observed

    from elig_pbi_jk
    inner join criterion
        on elig_pbi_jk.programme_id = criterion.programme_id
    left join dim_person
        on elig_pbi_jk.person_id = dim_person.person_id
    left join dim_household
        on elig_pbi_jk.household_id = dim_household.household_id

),

pip_reason as (

    select
        elig_pip.programme_id,
        elig_pip.person_id,
        elig_pip.household_id,
        elig_pip.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_pip.is_in_force
            when 'is_in_school' then elig_pip.is_in_school
            when 'is_alive' then elig_pip.is_alive
            when 'is_poor' then elig_pip.is_poor
        end as outcome,
        contains(
            concat(', ', elig_pip.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_pip.unmet_criteria = criterion.criterion_id
        and elig_pip.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_in_school'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_school = ',
                        coalesce(
                            cast(dim_person.is_in_school as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'school_level = ',
                        coalesce(
                            cast(dim_person.school_level as varchar),
                            '?'
                        )
                    )
                )
            when 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(
                        cast(dim_person.is_alive as varchar),
                        '?'
                    )
                )
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'household.national_decile = ',
                        coalesce(
                            cast(dim_household.national_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'household.receives_regular_aid = ',
                        coalesce(
                            cast(dim_household.receives_regular_aid as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'has_disability = ',
                        coalesce(
                            cast(dim_person.has_disability as varchar),
                            '?'
                        )
                    )
                )
        end as observed

    from elig_pip
    inner join criterion
        on elig_pip.programme_id = criterion.programme_id
    left join dim_person
        on elig_pip.person_id = dim_person.person_id
    left join dim_household
        on elig_pip.household_id = dim_household.household_id

),

pkh_reason as (

    select
        elig_pkh.programme_id,
        elig_pkh.person_id,
        elig_pkh.household_id,
        elig_pkh.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_pkh.is_in_force
            when 'is_in_decile' then elig_pkh.is_in_decile
            when 'has_component' then elig_pkh.has_component
            when 'has_no_public_servant' then elig_pkh.has_no_public_servant
        end as outcome,
        contains(
            concat(', ', elig_pkh.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_pkh.unmet_criteria = criterion.criterion_id
        and elig_pkh.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_in_decile'
                then concat(
                    'national_decile = ',
                    coalesce(
                        cast(dim_household.national_decile as varchar),
                        '?'
                    )
                )
            when 'has_component'
                then concat(
                    'has_component = ',
                    coalesce(
                        cast(elig_pkh.has_component as varchar),
                        '?'
                    )
                )
            when 'has_no_public_servant'
                then concat(
                    'has_public_servant_member = ',
                    coalesce(
                        cast(dim_household.has_public_servant_member as varchar),
                        '?'
                    )
                )
        end as observed

    from elig_pkh
    inner join criterion
        on elig_pkh.programme_id = criterion.programme_id
    left join dim_household
        on elig_pkh.household_id = dim_household.household_id

),

sembako_reason as (

    select
        elig_sembako.programme_id,
        elig_sembako.person_id,
        elig_sembako.household_id,
        elig_sembako.as_of_date,
        criterion.criterion_id,
        case criterion.criterion_id
            when 'is_in_force' then elig_sembako.is_in_force
            when 'is_in_decile' then elig_sembako.is_in_decile
            when 'is_alive' then elig_sembako.is_alive
            when 'has_no_public_servant' then elig_sembako.has_no_public_servant
        end as outcome,
        contains(
            concat(', ', elig_sembako.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_sembako.unmet_criteria = criterion.criterion_id
        and elig_sembako.unknown_criteria = '' as is_near_miss,
        case criterion.criterion_id
            when 'is_in_decile'
                then concat(
                    'national_decile = ',
                    coalesce(
                        cast(dim_household.national_decile as varchar),
                        '?'
                    )
                )
            when 'is_alive'
                then concat(
                    'has_living_member = ',
                    coalesce(
                        cast(dim_household.has_living_member as varchar),
                        '?'
                    )
                )
            when 'has_no_public_servant'
                then concat(
                    'has_public_servant_member = ',
                    coalesce(
                        cast(dim_household.has_public_servant_member as varchar),
                        '?'
                    )
                )
        end as observed

    from elig_sembako
    inner join criterion
        on elig_sembako.programme_id = criterion.programme_id
    left join dim_household
        on elig_sembako.household_id = dim_household.household_id

),

reason as (

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from blts_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from diploma_relief_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from kaj_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from kipk_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from kjmu_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from kjp_plus_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from klj_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from kpdj_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from pbi_apbd_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from pbi_jk_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from pip_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from pkh_reason

    union all

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        observed
    from sembako_reason

)

select
    reason.programme_id,
    reason.person_id,
    reason.household_id,
    reason.as_of_date,
    reason.criterion_id,
    reason.outcome,
    reason.is_contested,
    reason.is_near_miss,
    reason.observed,
    coalesce(requirement.required, criterion.condition) as required,
    criterion.basis,
    criterion.status,
    criterion.says_id,
    criterion.says_en

from reason
inner join criterion
    on
        reason.programme_id = criterion.programme_id
        and reason.criterion_id = criterion.criterion_id
left join requirement
    on
        reason.programme_id = requirement.programme_id
        and reason.criterion_id = requirement.criterion_id
        and reason.as_of_date >= requirement.valid_from
        and (
            reason.as_of_date < requirement.valid_to
            or requirement.valid_to is null
        )
