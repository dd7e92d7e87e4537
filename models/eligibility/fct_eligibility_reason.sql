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

blts_reason as (

    select
        elig_blts.programme_id,
        cast(null as varchar) as person_id,
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
        elig_blts.unmet_criteria = criterion.criterion_id as is_near_miss,
        cast(null as varchar) as branches,
        cast(null as varchar) as people

    from elig_blts
    inner join criterion
        on elig_blts.programme_id = criterion.programme_id

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
        elig_diploma_relief.unmet_criteria = criterion.criterion_id as is_near_miss,
        case criterion.criterion_id
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_decile = ',
                        coalesce(
                            cast(elig_diploma_relief.is_poor__is_in_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'has_poverty_letter = ',
                        coalesce(
                            cast(
                                elig_diploma_relief.is_poor__has_poverty_letter
                                as varchar
                            ),
                            '?'
                        )
                    )
                )
        end as branches,
        cast(null as varchar) as people

    from elig_diploma_relief
    inner join criterion
        on elig_diploma_relief.programme_id = criterion.programme_id

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
        elig_kaj.unmet_criteria = criterion.criterion_id as is_near_miss,
        cast(null as varchar) as branches,
        cast(null as varchar) as people

    from elig_kaj
    inner join criterion
        on elig_kaj.programme_id = criterion.programme_id

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
        elig_kipk.unmet_criteria = criterion.criterion_id as is_near_miss,
        case criterion.criterion_id
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_decile = ',
                        coalesce(
                            cast(elig_kipk.is_poor__is_in_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_in_regular_aid = ',
                        coalesce(
                            cast(elig_kipk.is_poor__is_in_regular_aid as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_insured_by_the_state = ',
                        coalesce(
                            cast(elig_kipk.is_poor__is_insured_by_the_state as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'lives_in_care_home = ',
                        coalesce(
                            cast(elig_kipk.is_poor__lives_in_care_home as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'has_low_income = ',
                        coalesce(
                            cast(elig_kipk.is_poor__has_low_income as varchar),
                            '?'
                        )
                    )
                )
        end as branches,
        cast(null as varchar) as people

    from elig_kipk
    inner join criterion
        on elig_kipk.programme_id = criterion.programme_id

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
        elig_kjmu.unmet_criteria = criterion.criterion_id as is_near_miss,
        case criterion.criterion_id
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_decile = ',
                        coalesce(
                            cast(elig_kjmu.is_poor__is_in_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'lives_in_care_home = ',
                        coalesce(
                            cast(elig_kjmu.is_poor__lives_in_care_home as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_listed_as_poor = ',
                        coalesce(
                            cast(elig_kjmu.is_poor__is_listed_as_poor as varchar),
                            '?'
                        )
                    )
                )
        end as branches,
        cast(null as varchar) as people

    from elig_kjmu
    inner join criterion
        on elig_kjmu.programme_id = criterion.programme_id

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
        elig_kjp_plus.unmet_criteria = criterion.criterion_id as is_near_miss,
        case criterion.criterion_id
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_decile = ',
                        coalesce(
                            cast(elig_kjp_plus.is_poor__is_in_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'lives_in_care_home = ',
                        coalesce(
                            cast(elig_kjp_plus.is_poor__lives_in_care_home as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'has_disability = ',
                        coalesce(
                            cast(elig_kjp_plus.is_poor__has_disability as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_listed_as_poor = ',
                        coalesce(
                            cast(elig_kjp_plus.is_poor__is_listed_as_poor as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_child_of_disabled_parent = ',
                        coalesce(
                            cast(
                                elig_kjp_plus.is_poor__is_child_of_disabled_parent
                                as varchar
                            ),
                            '?'
                        )
                    ),
                    concat(
                        'is_child_of_jaklingko_driver = ',
                        coalesce(
                            cast(
                                elig_kjp_plus.is_poor__is_child_of_jaklingko_driver
                                as varchar
                            ),
                            '?'
                        )
                    ),
                    concat(
                        'is_child_of_worker_card_holder = ',
                        coalesce(
                            cast(
                                elig_kjp_plus.is_poor__is_child_of_worker_card_holder
                                as varchar
                            ),
                            '?'
                        )
                    ),
                    concat(
                        'has_returned_to_school = ',
                        coalesce(
                            cast(
                                elig_kjp_plus.is_poor__has_returned_to_school
                                as varchar
                            ),
                            '?'
                        )
                    )
                )
        end as branches,
        cast(null as varchar) as people

    from elig_kjp_plus
    inner join criterion
        on elig_kjp_plus.programme_id = criterion.programme_id

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
        elig_klj.unmet_criteria = criterion.criterion_id as is_near_miss,
        cast(null as varchar) as branches,
        cast(null as varchar) as people

    from elig_klj
    inner join criterion
        on elig_klj.programme_id = criterion.programme_id

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
        elig_kpdj.unmet_criteria = criterion.criterion_id as is_near_miss,
        cast(null as varchar) as branches,
        cast(null as varchar) as people

    from elig_kpdj
    inner join criterion
        on elig_kpdj.programme_id = criterion.programme_id

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
            when 'is_not_insured_elsewhere' then elig_pbi_apbd.is_not_insured_elsewhere
            when 'is_not_insured_by_work' then elig_pbi_apbd.is_not_insured_by_work
        end as outcome,
        contains(
            concat(', ', elig_pbi_apbd.contested_criteria, ','),
            concat(', ', criterion.criterion_id, ',')
        ) as is_contested,
        elig_pbi_apbd.unmet_criteria = criterion.criterion_id as is_near_miss,
        cast(null as varchar) as branches,
        cast(null as varchar) as people

    from elig_pbi_apbd
    inner join criterion
        on elig_pbi_apbd.programme_id = criterion.programme_id

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
        elig_pbi_jk.unmet_criteria = criterion.criterion_id as is_near_miss,
        case criterion.criterion_id
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_decile = ',
                        coalesce(
                            cast(elig_pbi_jk.is_poor__is_in_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'lives_in_care_home = ',
                        coalesce(
                            cast(elig_pbi_jk.is_poor__lives_in_care_home as varchar),
                            '?'
                        )
                    )
                )
        end as branches,
        cast(null as varchar) as people

    from elig_pbi_jk
    inner join criterion
        on elig_pbi_jk.programme_id = criterion.programme_id

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
        elig_pip.unmet_criteria = criterion.criterion_id as is_near_miss,
        case criterion.criterion_id
            when 'is_poor'
                then concat_ws(
                    ', ',
                    concat(
                        'is_in_decile = ',
                        coalesce(
                            cast(elig_pip.is_poor__is_in_decile as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_in_regular_aid = ',
                        coalesce(
                            cast(elig_pip.is_poor__is_in_regular_aid as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'has_disability = ',
                        coalesce(
                            cast(elig_pip.is_poor__has_disability as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_priority_pupil = ',
                        coalesce(
                            cast(elig_pip.is_poor__is_priority_pupil as varchar),
                            '?'
                        )
                    )
                )
        end as branches,
        cast(null as varchar) as people

    from elig_pip
    inner join criterion
        on elig_pip.programme_id = criterion.programme_id

),

pkh_reason as (

    select
        elig_pkh.programme_id,
        cast(null as varchar) as person_id,
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
        elig_pkh.unmet_criteria = criterion.criterion_id as is_near_miss,
        cast(null as varchar) as branches,
        component_people.people

    from elig_pkh
    inner join criterion
        on elig_pkh.programme_id = criterion.programme_id
    left join component_people
        on
            elig_pkh.programme_id = component_people.programme_id
            and elig_pkh.household_id = component_people.household_id

),

sembako_reason as (

    select
        elig_sembako.programme_id,
        cast(null as varchar) as person_id,
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
        elig_sembako.unmet_criteria = criterion.criterion_id as is_near_miss,
        cast(null as varchar) as branches,
        cast(null as varchar) as people

    from elig_sembako
    inner join criterion
        on elig_sembako.programme_id = criterion.programme_id

),

person_reason as (

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        branches,
        people
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
        branches,
        people
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
        branches,
        people
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
        branches,
        people
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
        branches,
        people
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
        branches,
        people
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
        branches,
        people
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
        branches,
        people
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
        branches,
        people
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
        branches,
        people
    from pip_reason

),

person_observed as (

    select
        person_reason.programme_id,
        person_reason.person_id,
        person_reason.household_id,
        person_reason.as_of_date,
        person_reason.criterion_id,
        person_reason.outcome,
        person_reason.is_contested,
        person_reason.is_near_miss,
        person_reason.branches,
        person_reason.people,
        case
            when
                person_reason.criterion_id = 'is_in_force'
                then concat(
                    'as_of_date = ',
                    coalesce(
                        cast(dim_person.as_of_date as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'has_arrears'
                then concat(
                    'diploma_arrears = ',
                    coalesce(
                        cast(dim_person.diploma_arrears as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'is_alive'
                then concat(
                    'is_alive = ',
                    coalesce(cast(dim_person.is_alive as varchar), '?')
                )
            when
                person_reason.criterion_id = 'has_jakarta_id'
                then concat(
                    'has_jakarta_id = ',
                    coalesce(
                        cast(dim_person.has_jakarta_id as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'lives_in_jakarta'
                then concat(
                    'lives_in_jakarta = ',
                    coalesce(
                        cast(dim_person.lives_in_jakarta as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'is_poor'
                and person_reason.programme_id = 'diploma_relief'
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
            when
                person_reason.criterion_id = 'is_poor'
                and person_reason.programme_id = 'kipk'
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
            when
                person_reason.criterion_id = 'is_poor'
                and person_reason.programme_id = 'kjmu'
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
                        'is_listed_as_poor = ',
                        coalesce(
                            cast(dim_person.is_listed_as_poor as varchar),
                            '?'
                        )
                    )
                )
            when
                person_reason.criterion_id = 'is_poor'
                and person_reason.programme_id = 'kjp_plus'
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
                    ),
                    concat(
                        'is_listed_as_poor = ',
                        coalesce(
                            cast(dim_person.is_listed_as_poor as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_child_of_disabled_parent = ',
                        coalesce(
                            cast(dim_person.is_child_of_disabled_parent as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_child_of_jaklingko_driver = ',
                        coalesce(
                            cast(dim_person.is_child_of_jaklingko_driver as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'is_child_of_worker_card_holder = ',
                        coalesce(
                            cast(dim_person.is_child_of_worker_card_holder as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'has_returned_to_school = ',
                        coalesce(
                            cast(dim_person.has_returned_to_school as varchar),
                            '?'
                        )
                    )
                )
            when
                person_reason.criterion_id = 'is_poor'
                and person_reason.programme_id = 'pbi_jk'
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
            when
                person_reason.criterion_id = 'is_poor'
                and person_reason.programme_id = 'pip'
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
                    ),
                    concat(
                        'is_priority_pupil = ',
                        coalesce(
                            cast(dim_person.is_priority_pupil as varchar),
                            '?'
                        )
                    )
                )
            when
                person_reason.criterion_id = 'is_not_formally_employed'
                then concat(
                    'is_formally_employed = ',
                    coalesce(
                        cast(dim_person.is_formally_employed as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'is_young_enough'
                then concat(
                    'age_years = ',
                    coalesce(cast(dim_person.age_years as varchar), '?')
                )
            when
                person_reason.criterion_id = 'is_in_decile'
                then concat(
                    'household.national_decile = ',
                    coalesce(
                        cast(dim_household.national_decile as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'owns_no_car'
                then concat(
                    'household.owns_car = ',
                    coalesce(
                        cast(dim_household.owns_car as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'owns_no_valuable_property'
                then concat_ws(
                    ', ',
                    concat(
                        'household.highest_property_value = ',
                        coalesce(
                            cast(dim_household.highest_property_value as varchar),
                            '?'
                        )
                    ),
                    concat(
                        'household.highest_known_property_value = ',
                        coalesce(
                            cast(dim_household.highest_known_property_value as varchar),
                            '?'
                        )
                    )
                )
            when
                person_reason.criterion_id = 'uses_no_branded_water'
                then concat(
                    'household.uses_branded_water = ',
                    coalesce(
                        cast(dim_household.uses_branded_water as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'is_not_in_care_home'
                then concat(
                    'lives_in_care_home = ',
                    coalesce(
                        cast(dim_person.lives_in_care_home as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'is_student'
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
            when
                person_reason.criterion_id = 'has_no_public_servant'
                then concat(
                    'household.has_public_servant_member = ',
                    coalesce(
                        cast(dim_household.has_public_servant_member as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'has_no_state_enterprise_employee'
                then concat(
                    'household.has_state_enterprise_member = ',
                    coalesce(
                        cast(dim_household.has_state_enterprise_member as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'is_of_school_age'
                then concat(
                    'age_years = ',
                    coalesce(cast(dim_person.age_years as varchar), '?')
                )
            when
                person_reason.criterion_id = 'is_in_school'
                and person_reason.programme_id = 'kjp_plus'
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
            when
                person_reason.criterion_id = 'is_in_school'
                and person_reason.programme_id = 'pip'
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
            when
                person_reason.criterion_id = 'is_old_enough'
                then concat(
                    'age_years = ',
                    coalesce(cast(dim_person.age_years as varchar), '?')
                )
            when
                person_reason.criterion_id = 'is_not_public_pensioner'
                then concat(
                    'is_public_pensioner = ',
                    coalesce(
                        cast(dim_person.is_public_pensioner as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'has_disability'
                then concat(
                    'has_disability = ',
                    coalesce(
                        cast(dim_person.has_disability as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'is_not_insured_elsewhere'
                then concat(
                    'insurance_segment = ',
                    coalesce(
                        cast(dim_person.insurance_segment as varchar),
                        '?'
                    )
                )
            when
                person_reason.criterion_id = 'is_not_insured_by_work'
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

    from person_reason
    inner join {{ ref('dim_person') }} as dim_person
        on person_reason.person_id = dim_person.person_id
    left join {{ ref('dim_household') }} as dim_household
        on person_reason.household_id = dim_household.household_id

),

household_reason as (

    select
        programme_id,
        person_id,
        household_id,
        as_of_date,
        criterion_id,
        outcome,
        is_contested,
        is_near_miss,
        branches,
        people
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
        branches,
        people
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
        branches,
        people
    from sembako_reason

),

household_observed as (

    select
        household_reason.programme_id,
        household_reason.person_id,
        household_reason.household_id,
        household_reason.as_of_date,
        household_reason.criterion_id,
        household_reason.outcome,
        household_reason.is_contested,
        household_reason.is_near_miss,
        household_reason.branches,
        household_reason.people,
        case
            when
                household_reason.criterion_id = 'is_in_force'
                then concat(
                    'as_of_date = ',
                    coalesce(
                        cast(dim_household.as_of_date as varchar),
                        '?'
                    )
                )
            when
                household_reason.criterion_id = 'is_in_decile'
                then concat(
                    'national_decile = ',
                    coalesce(
                        cast(dim_household.national_decile as varchar),
                        '?'
                    )
                )
            when
                household_reason.criterion_id = 'is_alive'
                then concat(
                    'has_living_member = ',
                    coalesce(
                        cast(dim_household.has_living_member as varchar),
                        '?'
                    )
                )
            when
                household_reason.criterion_id = 'has_no_public_servant'
                then concat(
                    'has_public_servant_member = ',
                    coalesce(
                        cast(dim_household.has_public_servant_member as varchar),
                        '?'
                    )
                )
            when
                household_reason.criterion_id = 'has_component'
                then concat(
                    'has_component = ',
                    coalesce(
                        household_reason.people,
                        cast(household_reason.outcome as varchar),
                        '?'
                    )
                )
        end as observed

    from household_reason
    inner join {{ ref('dim_household') }} as dim_household
        on household_reason.household_id = dim_household.household_id

),

observed as (

    select *
    from person_observed

    union all

    select *
    from household_observed

)

select
    observed.programme_id,
    observed.person_id,
    observed.household_id,
    observed.as_of_date,
    observed.criterion_id,
    observed.outcome,
    observed.is_contested,
    observed.is_near_miss,
    observed.branches,
    observed.observed,
    criterion.position,
    requirement.required,
    criterion.basis,
    criterion.status,
    criterion.says_id,
    criterion.says_en

from observed
inner join criterion
    on
        observed.programme_id = criterion.programme_id
        and observed.criterion_id = criterion.criterion_id
left join requirement
    on
        observed.programme_id = requirement.programme_id
        and observed.criterion_id = requirement.criterion_id
        and observed.as_of_date >= requirement.valid_from
        and (
            observed.as_of_date < requirement.valid_to
            or requirement.valid_to is null
        )
