-- noqa: disable=LT05
-- Written by `selaras compile` from rules/kjp_plus.yml. Edit the rule, not this file.
with

person as (

    select * from {{ ref('was_person') }}
    where programme_id = 'kjp_plus'

),

household as (

    select * from {{ ref('was_household') }}
    where programme_id = 'kjp_plus'

),

enrolled as (

    select distinct person_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'kjp_plus'
        and coalesce(status, 'unknown') != 'cancelled'

),

objection as (

    select
        person_id,
        case
            when bool_or(criterion_id = 'is_poor') then true
            when bool_or(criterion_id = 'is_poor?') then null
            else false
        end as concedes_is_poor,
        case
            when bool_or(criterion_id = 'owns_no_car') then true
            when bool_or(criterion_id = 'owns_no_car?') then null
            else false
        end as concedes_owns_no_car,
        case
            when bool_or(criterion_id = 'owns_no_valuable_property') then true
            when bool_or(criterion_id = 'owns_no_valuable_property?') then null
            else false
        end as concedes_owns_no_valuable_property,
        case
            when bool_or(criterion_id = 'has_no_public_servant') then true
            when bool_or(criterion_id = 'has_no_public_servant?') then null
            else false
        end as concedes_has_no_public_servant,
        case
            when bool_or(criterion_id = 'has_no_state_enterprise_employee') then true
            when bool_or(criterion_id = 'has_no_state_enterprise_employee?') then null
            else false
        end as concedes_has_no_state_enterprise_employee

    from {{ ref('was_objection') }}
    where programme_id = 'kjp_plus'
    group by person_id

),

parameter (
    valid_from,
    valid_to,
    minimum_age,
    maximum_age,
    max_decile,
    max_property_value,
    bars_branded_water,
    pkbm_amount,
    primary_amount,
    junior_secondary_amount,
    sma_amount,
    smk_amount
) as (

    values
    (
        date '2018-01-01',
        date '2022-01-01',
        6,
        21,
        4,
        1000000000,
        false,
        null,
        null,
        null,
        null,
        null
    ),
    (
        date '2022-01-01',
        date '2024-03-06',
        6,
        21,
        4,
        1000000000,
        true,
        null,
        null,
        null,
        null,
        null
    ),
    (
        date '2024-03-06',
        date '2025-01-01',
        6,
        21,
        4,
        1000000000,
        true,
        null,
        null,
        null,
        null,
        null
    ),
    (
        date '2025-01-01',
        null,
        6,
        21,
        4,
        1000000000,
        false,
        300000,
        250000,
        300000,
        420000,
        450000
    )

),

looked_at as (

    select
        person.person_id,
        person.household_id,
        person.as_of_date,
        enrolled.person_id is not null as is_enrolled,
        person.as_of_date >= date '2018-01-01' as is_in_force,
        {{ figure_at('person', 'minimum_age', 'bigint') }} as minimum_age,
        {{ figure_at('person', 'maximum_age', 'bigint') }} as maximum_age,
        {{ figure_at('person', 'max_decile', 'bigint') }} as max_decile,
        {{ figure_at('person', 'max_property_value', 'bigint') }} as max_property_value,
        {{ figure_at('person', 'bars_branded_water', 'boolean') }}
            as bars_branded_water,
        {{ figure_at('person', 'pkbm_amount', 'bigint') }} as pkbm_amount,
        {{ figure_at('person', 'primary_amount', 'bigint') }} as primary_amount,
        {{ figure_at('person', 'junior_secondary_amount', 'bigint') }}
            as junior_secondary_amount,
        {{ figure_at('person', 'sma_amount', 'bigint') }} as sma_amount,
        {{ figure_at('person', 'smk_amount', 'bigint') }} as smk_amount,
        person.age_years,
        person.is_in_school,
        person.school_level,
        person.school_type,
        person.is_alive,
        person.has_jakarta_id,
        person.lives_in_jakarta,
        household.national_decile as household_national_decile,
        person.lives_in_care_home,
        person.has_disability,
        person.is_listed_as_poor,
        person.is_child_of_disabled_parent,
        person.is_child_of_jaklingko_driver,
        person.is_child_of_worker_card_holder,
        person.has_returned_to_school,
        household.owns_car as household_owns_car,
        household.highest_property_value as household_highest_property_value,
        household.highest_known_property_value
            as household_highest_known_property_value,
        household.uses_branded_water as household_uses_branded_water,
        household.has_public_servant_member as household_has_public_servant_member,
        household.has_state_enterprise_member as household_has_state_enterprise_member,
        case
            when objection.person_id is null then false
            else objection.concedes_is_poor
        end as concedes_is_poor,
        case
            when objection.person_id is null then false
            else objection.concedes_owns_no_car
        end as concedes_owns_no_car,
        case
            when objection.person_id is null then false
            else objection.concedes_owns_no_valuable_property
        end as concedes_owns_no_valuable_property,
        case
            when objection.person_id is null then false
            else objection.concedes_has_no_public_servant
        end as concedes_has_no_public_servant,
        case
            when objection.person_id is null then false
            else objection.concedes_has_no_state_enterprise_employee
        end as concedes_has_no_state_enterprise_employee

    from person
    left join enrolled
        on person.person_id = enrolled.person_id
    left join parameter
        on
            person.as_of_date >= parameter.valid_from
            and (
                person.as_of_date < parameter.valid_to
                or parameter.valid_to is null
            )
    left join objection
        on person.person_id = objection.person_id
    left join household
        on person.household_id = household.household_id
    where
        enrolled.person_id is not null
        or (
            person.as_of_date >= date '2018-01-01'
            and (
                person.is_in_school
                and person.age_years >= {{ figure_at('person', 'minimum_age', 'bigint') }}
                and person.age_years <= {{ figure_at('person', 'maximum_age', 'bigint') }}
            ) is not false
        )

),

judged as (

    select
        person_id,
        household_id,
        as_of_date,
        is_enrolled,
        is_in_force,
        concedes_is_poor,
        concedes_owns_no_car,
        concedes_owns_no_valuable_property,
        concedes_has_no_public_servant,
        concedes_has_no_state_enterprise_employee,
        -- Is of school age, {minimum_age} to {maximum_age}. (Pergub 4/2018)
        age_years between minimum_age and maximum_age as is_of_school_age,
        -- Is enrolled at a school. (Pergub 4/2018)
        (
            is_in_school
            and (
                school_level in ('primary', 'junior_secondary', 'senior_secondary')
                or school_type is not null
            )
        ) as is_in_school,
        -- Is alive in the population register. (Pergub 4/2018)
        is_alive,
        -- Holds an identity card of DKI Jakarta. (Pergub 4/2018)
        has_jakarta_id,
        -- Really lives in DKI Jakarta. (Pergub 4/2018)
        lives_in_jakarta,
        -- Is in a poor family or in one of the groups that are admitted as well.
        -- (Pergub 4/2018)
        household_national_decile <= max_decile as is_poor__is_in_decile,
        lives_in_care_home as is_poor__lives_in_care_home,
        has_disability as is_poor__has_disability,
        is_listed_as_poor as is_poor__is_listed_as_poor,
        is_child_of_disabled_parent as is_poor__is_child_of_disabled_parent,
        is_child_of_jaklingko_driver as is_poor__is_child_of_jaklingko_driver,
        is_child_of_worker_card_holder as is_poor__is_child_of_worker_card_holder,
        has_returned_to_school as is_poor__has_returned_to_school,
        (
            concedes_is_poor
            or household_national_decile <= max_decile
            or lives_in_care_home
            or has_disability
            or is_listed_as_poor
            or is_child_of_disabled_parent
            or is_child_of_jaklingko_driver
            or is_child_of_worker_card_holder
            or has_returned_to_school
        ) as is_poor,
        -- Nobody in the family owns a car. (Pergub 4/2018)
        concedes_owns_no_car or not household_owns_car as owns_no_car,
        -- Owns no land or house valued above the limit. (Pergub 4/2018)
        (
            concedes_owns_no_valuable_property
            or (
                household_highest_property_value <= max_property_value
                and (
                    household_highest_known_property_value is null
                    or household_highest_known_property_value <= max_property_value
                )
            )
        ) as owns_no_valuable_property,
        -- Does not mainly drink branded bottled water, while that was asked for.
        -- (Kepgub 1250/2021)
        (
            not household_uses_branded_water
            or not bars_branded_water
        ) as uses_no_branded_water,
        -- No member of the family is in public service. (Pergub 4/2018)
        (
            concedes_has_no_public_servant
            or not household_has_public_servant_member
        ) as has_no_public_servant,
        -- No member of the family is a permanent employee of a state enterprise.
        -- (Pergub 4/2018)
        (
            concedes_has_no_state_enterprise_employee
            or not household_has_state_enterprise_member
        ) as has_no_state_enterprise_employee,
        age_years is null as misses_age_years,
        minimum_age is null as misses_parameter_minimum_age,
        maximum_age is null as misses_parameter_maximum_age,
        is_in_school is null as misses_is_in_school,
        school_level is null as misses_school_level,
        school_type is null as misses_school_type,
        is_alive is null as misses_is_alive,
        has_jakarta_id is null as misses_has_jakarta_id,
        lives_in_jakarta is null as misses_lives_in_jakarta,
        household_national_decile is null as misses_household_national_decile,
        lives_in_care_home is null as misses_lives_in_care_home,
        has_disability is null as misses_has_disability,
        is_listed_as_poor is null as misses_is_listed_as_poor,
        is_child_of_disabled_parent is null as misses_is_child_of_disabled_parent,
        is_child_of_jaklingko_driver is null as misses_is_child_of_jaklingko_driver,
        is_child_of_worker_card_holder is null as misses_is_child_of_worker_card_holder,
        has_returned_to_school is null as misses_has_returned_to_school,
        max_decile is null as misses_parameter_max_decile,
        household_owns_car is null as misses_household_owns_car,
        household_highest_property_value is null
            as misses_household_highest_property_value,
        household_highest_known_property_value is null
            as misses_household_highest_known_property_value,
        max_property_value is null as misses_parameter_max_property_value,
        household_uses_branded_water is null as misses_household_uses_branded_water,
        bars_branded_water is null as misses_parameter_bars_branded_water,
        household_has_public_servant_member is null
            as misses_household_has_public_servant_member,
        household_has_state_enterprise_member is null
            as misses_household_has_state_enterprise_member,
        concedes_is_poor is null as misses_objection_is_poor,
        concedes_owns_no_car is null as misses_objection_owns_no_car,
        concedes_owns_no_valuable_property is null
            as misses_objection_owns_no_valuable_property,
        concedes_has_no_public_servant is null
            as misses_objection_has_no_public_servant,
        concedes_has_no_state_enterprise_employee is null
            as misses_objection_has_no_state_enterprise_employee,
        school_type is not null and school_type = 'pkbm' as tier_pkbm,
        cast(pkbm_amount as bigint) as pays_pkbm,
        school_level = 'primary' as tier_primary,
        cast(primary_amount as bigint) as pays_primary,
        school_level = 'junior_secondary' as tier_junior_secondary,
        cast(junior_secondary_amount as bigint) as pays_junior_secondary,
        school_level = 'senior_secondary' and school_type = 'sma' as tier_sma,
        cast(sma_amount as bigint) as pays_sma,
        school_level = 'senior_secondary' and school_type = 'smk' as tier_smk,
        cast(smk_amount as bigint) as pays_smk

    from looked_at

),

reached as (

    select
        *,
        case
            when tier_pkbm then 1
            when tier_primary then 2
            when tier_junior_secondary then 3
            when tier_sma then 4
            when tier_smk then 5
            else 6
        end as first_match,
        tier_pkbm is not false as may_pay_pkbm,
        tier_primary is not false and first_match >= 2 as may_pay_primary,
        tier_junior_secondary is not false and first_match >= 3
            as may_pay_junior_secondary,
        tier_sma is not false and first_match >= 4 as may_pay_sma,
        tier_smk is not false and first_match >= 5 as may_pay_smk

    from judged

),

priced as (

    select
        *,
        (
            (may_pay_pkbm and pays_pkbm is null)
            or (may_pay_primary and pays_primary is null)
            or (may_pay_junior_secondary and pays_junior_secondary is null)
            or (may_pay_sma and pays_sma is null)
            or (may_pay_smk and pays_smk is null)
        ) as is_unpriced,
        case
            when not is_unpriced and first_match <= 5
                then least(
                    case when may_pay_pkbm then pays_pkbm end,
                    case when may_pay_primary then pays_primary end,
                    case
                        when may_pay_junior_secondary
                            then pays_junior_secondary
                    end,
                    case when may_pay_sma then pays_sma end,
                    case when may_pay_smk then pays_smk end
                )
        end as certain_amount,
        case
            when not is_unpriced
                then greatest(
                    case when may_pay_pkbm then pays_pkbm end,
                    case when may_pay_primary then pays_primary end,
                    case
                        when may_pay_junior_secondary
                            then pays_junior_secondary
                    end,
                    case when may_pay_sma then pays_sma end,
                    case when may_pay_smk then pays_smk end
                )
        end as highest_amount

    from reached

),

concluded as (

    select
        *,
        (
            is_in_force
            and is_of_school_age
            and is_in_school
            and is_alive
            and has_jakarta_id
            and lives_in_jakarta
            and is_poor
            and owns_no_car
            and owns_no_valuable_property
            and uses_no_branded_water
            and has_no_public_servant
            and has_no_state_enterprise_employee
        ) as holds

    from priced

)

select
    'kjp_plus' as programme_id,
    'person' as unit,
    person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    is_of_school_age,
    is_in_school,
    is_alive,
    has_jakarta_id,
    lives_in_jakarta,
    is_poor__is_in_decile,
    is_poor__lives_in_care_home,
    is_poor__has_disability,
    is_poor__is_listed_as_poor,
    is_poor__is_child_of_disabled_parent,
    is_poor__is_child_of_jaklingko_driver,
    is_poor__is_child_of_worker_card_holder,
    is_poor__has_returned_to_school,
    is_poor,
    owns_no_car,
    owns_no_valuable_property,
    uses_no_branded_water,
    has_no_public_servant,
    has_no_state_enterprise_employee,
    case
        when not holds then 'ineligible'
        when holds then 'eligible'
        else 'undetermined'
    end as verdict,
    -- What stands in the way, what is open, and the facts that would settle it.
    {{ unmet([
        'is_in_force', 'is_of_school_age', 'is_in_school', 'is_alive',
        'has_jakarta_id', 'lives_in_jakarta', 'is_poor', 'owns_no_car',
        'owns_no_valuable_property', 'uses_no_branded_water',
        'has_no_public_servant', 'has_no_state_enterprise_employee'
    ]) }} as unmet_criteria,
    {{ unknown([
        'is_of_school_age', 'is_in_school', 'is_alive', 'has_jakarta_id',
        'lives_in_jakarta', 'is_poor', 'owns_no_car',
        'owns_no_valuable_property', 'uses_no_branded_water',
        'has_no_public_servant', 'has_no_state_enterprise_employee'
    ]) }} as unknown_criteria,
    {{ missing({
        'is_of_school_age': ['age_years', ':minimum_age', ':maximum_age'],
        'is_in_school': ['is_in_school', 'school_level', 'school_type'],
        'is_alive': ['is_alive'],
        'has_jakarta_id': ['has_jakarta_id'],
        'lives_in_jakarta': ['lives_in_jakarta'],
        'is_poor': [
            'household.national_decile', 'lives_in_care_home', 'has_disability',
            'is_listed_as_poor', 'is_child_of_disabled_parent',
            'is_child_of_jaklingko_driver', 'is_child_of_worker_card_holder',
            'has_returned_to_school', ':max_decile', 'objection.is_poor'
        ],
        'owns_no_car': ['household.owns_car', 'objection.owns_no_car'],
        'owns_no_valuable_property': [
            'household.highest_property_value',
            'household.highest_known_property_value', ':max_property_value',
            'objection.owns_no_valuable_property'
        ],
        'uses_no_branded_water': ['household.uses_branded_water', ':bars_branded_water'],
        'has_no_public_servant': [
            'household.has_public_servant_member', 'objection.has_no_public_servant'
        ],
        'has_no_state_enterprise_employee': [
            'household.has_state_enterprise_member',
            'objection.has_no_state_enterprise_employee'
        ]
    }) }} as missing_facts,
    {{ contested([
        'is_poor', 'owns_no_car', 'owns_no_valuable_property',
        'has_no_public_servant', 'has_no_state_enterprise_employee'
    ]) }} as contested_criteria,
    case when holds then certain_amount end as entitled_amount,
    case
        when holds is not false then highest_amount
    end as possible_amount,
    '3e6ccc44d7c5' as rule_digest

from concluded
