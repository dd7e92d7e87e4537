-- Written by `selaras compile` from rules/*.yml. Edit the rule, not this file.
with

elig_blts as (

    select * from {{ ref('elig_blts') }}

),

elig_klj as (

    select * from {{ ref('elig_klj') }}

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
    requirement.required,
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
