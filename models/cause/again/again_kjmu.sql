-- noqa: disable=LT05
-- Written by `selaras compile` from rules/kjmu.yml. Edit the rule, not this file.
with

person as (

    select * from {{ ref('was_person') }}
    where programme_id = 'kjmu'

),

household as (

    select * from {{ ref('was_household') }}
    where programme_id = 'kjmu'

),

enrolled as (

    select distinct person_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'kjmu'
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
    where programme_id = 'kjmu'
    group by person_id

),

parameter (
    valid_from,
    valid_to,
    max_decile,
    max_property_value,
    bars_branded_water,
    semester_amount
) as (

    values
    (date '2018-01-01', date '2021-01-01', 4, 1000000000, false, null),
    (date '2021-01-01', date '2022-01-01', 4, 1000000000, false, 9000000),
    (date '2022-01-01', date '2024-03-06', 4, 1000000000, true, 9000000),
    (date '2024-03-06', date '2025-01-01', 4, 1000000000, true, 9000000),
    (date '2025-01-01', null, 4, 1000000000, false, 9000000)

),

looked_at as (

    select
        person.person_id,
        person.household_id,
        person.as_of_date,
        enrolled.person_id is not null as is_enrolled,
        person.as_of_date >= date '2021-01-01' as is_in_force,
        {{ figure_at('person', 'max_decile', 'bigint') }} as max_decile,
        {{ figure_at('person', 'max_property_value', 'bigint') }} as max_property_value,
        {{ figure_at('person', 'bars_branded_water', 'boolean') }}
            as bars_branded_water,
        {{ figure_at('person', 'semester_amount', 'bigint') }} as semester_amount,
        person.is_in_school,
        person.school_level,
        person.is_alive,
        person.has_jakarta_id,
        person.lives_in_jakarta,
        household.national_decile as household_national_decile,
        person.lives_in_care_home,
        person.is_listed_as_poor,
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
            person.as_of_date >= date '2021-01-01'
            and (person.is_in_school and person.school_level = 'tertiary') is not false
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
        -- Is enrolled at a university. (Pergub 101/2021)
        is_in_school and school_level = 'tertiary' as is_student,
        -- Is alive in the population register. (Pergub 101/2021)
        is_alive,
        -- Holds an identity card of DKI Jakarta. (Pergub 101/2021)
        has_jakarta_id,
        -- Really lives in DKI Jakarta. (Pergub 101/2021)
        lives_in_jakarta,
        -- Is in a poor family or in a social home. (Pergub 101/2021)
        household_national_decile <= max_decile as is_poor__is_in_decile,
        lives_in_care_home as is_poor__lives_in_care_home,
        is_listed_as_poor as is_poor__is_listed_as_poor,
        (
            concedes_is_poor
            or household_national_decile <= max_decile
            or lives_in_care_home
            or is_listed_as_poor
        ) as is_poor,
        -- Nobody in the family owns a car. (Pergub 101/2021)
        concedes_owns_no_car or not household_owns_car as owns_no_car,
        -- Owns no land or house valued above the limit. (Pergub 101/2021)
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
        -- No member of the family is in public service. (Pergub 101/2021)
        (
            concedes_has_no_public_servant
            or not household_has_public_servant_member
        ) as has_no_public_servant,
        -- No member of the family is a permanent employee of a state enterprise.
        -- (Pergub 101/2021)
        (
            concedes_has_no_state_enterprise_employee
            or not household_has_state_enterprise_member
        ) as has_no_state_enterprise_employee,
        is_in_school is null as misses_is_in_school,
        school_level is null as misses_school_level,
        is_alive is null as misses_is_alive,
        has_jakarta_id is null as misses_has_jakarta_id,
        lives_in_jakarta is null as misses_lives_in_jakarta,
        household_national_decile is null as misses_household_national_decile,
        lives_in_care_home is null as misses_lives_in_care_home,
        is_listed_as_poor is null as misses_is_listed_as_poor,
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
        cast(semester_amount as bigint) as full_amount

    from looked_at

),

concluded as (

    select
        *,
        (
            is_in_force
            and is_student
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

    from judged

)

select
    'kjmu' as programme_id,
    'person' as unit,
    person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    is_student,
    is_alive,
    has_jakarta_id,
    lives_in_jakarta,
    is_poor__is_in_decile,
    is_poor__lives_in_care_home,
    is_poor__is_listed_as_poor,
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
        'is_in_force', 'is_student', 'is_alive', 'has_jakarta_id',
        'lives_in_jakarta', 'is_poor', 'owns_no_car',
        'owns_no_valuable_property', 'uses_no_branded_water',
        'has_no_public_servant', 'has_no_state_enterprise_employee'
    ]) }} as unmet_criteria,
    {{ unknown([
        'is_student', 'is_alive', 'has_jakarta_id', 'lives_in_jakarta',
        'is_poor', 'owns_no_car', 'owns_no_valuable_property',
        'uses_no_branded_water', 'has_no_public_servant',
        'has_no_state_enterprise_employee'
    ]) }} as unknown_criteria,
    {{ missing({
        'is_student': ['is_in_school', 'school_level'],
        'is_alive': ['is_alive'],
        'has_jakarta_id': ['has_jakarta_id'],
        'lives_in_jakarta': ['lives_in_jakarta'],
        'is_poor': [
            'household.national_decile', 'lives_in_care_home', 'is_listed_as_poor',
            ':max_decile', 'objection.is_poor'
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
    case when holds then {{ divide_whole('full_amount', 6) }} end as entitled_amount,
    case
        when holds is not false then {{ divide_whole('full_amount', 6) }}
    end as possible_amount,
    '73dc6a2a91fb' as rule_digest

from concluded
