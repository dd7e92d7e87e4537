-- noqa: disable=LT05
-- Written by `selaras compile` from rules/kaj.yml. Edit the rule, not this file.
with

person as (

    select * from {{ ref('was_person') }}
    where programme_id = 'kaj'

),

household as (

    select * from {{ ref('was_household') }}
    where programme_id = 'kaj'

),

enrolled as (

    select distinct person_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'kaj'
        and coalesce(status, 'unknown') != 'cancelled'

),

objection as (

    select
        person_id,
        case
            when bool_or(criterion_id = 'owns_no_car') then true
            when bool_or(criterion_id = 'owns_no_car?') then null
            else false
        end as concedes_owns_no_car,
        case
            when bool_or(criterion_id = 'owns_no_valuable_property') then true
            when bool_or(criterion_id = 'owns_no_valuable_property?') then null
            else false
        end as concedes_owns_no_valuable_property

    from {{ ref('was_objection') }}
    where programme_id = 'kaj'
    group by person_id

),

parameter (
    valid_from,
    valid_to,
    maximum_age,
    max_decile,
    max_property_value,
    bars_branded_water,
    monthly_amount
) as (

    values
    (date '2018-01-01', date '2022-01-01', 6, 5, 1000000000, false, null),
    (date '2022-01-01', date '2025-01-01', 6, 5, 1000000000, true, 300000),
    (date '2025-01-01', null, 6, 5, 1000000000, false, 300000)

),

looked_at as (

    select
        person.person_id,
        person.household_id,
        person.as_of_date,
        enrolled.person_id is not null as is_enrolled,
        person.as_of_date >= date '2022-01-01' as is_in_force,
        {{ figure_at('person', 'maximum_age', 'bigint') }} as maximum_age,
        {{ figure_at('person', 'max_decile', 'bigint') }} as max_decile,
        {{ figure_at('person', 'max_property_value', 'bigint') }} as max_property_value,
        {{ figure_at('person', 'bars_branded_water', 'boolean') }}
            as bars_branded_water,
        {{ figure_at('person', 'monthly_amount', 'bigint') }} as monthly_amount,
        person.age_years,
        person.is_alive,
        person.has_jakarta_id,
        person.lives_in_jakarta,
        household.national_decile as household_national_decile,
        household.owns_car as household_owns_car,
        household.highest_property_value as household_highest_property_value,
        household.highest_known_property_value
            as household_highest_known_property_value,
        household.uses_branded_water as household_uses_branded_water,
        person.lives_in_care_home,
        case
            when objection.person_id is null then false
            else objection.concedes_owns_no_car
        end as concedes_owns_no_car,
        case
            when objection.person_id is null then false
            else objection.concedes_owns_no_valuable_property
        end as concedes_owns_no_valuable_property

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
            person.as_of_date >= date '2022-01-01'
            and (
                person.age_years <= {{ figure_at('person', 'maximum_age', 'bigint') }}
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
        concedes_owns_no_car,
        concedes_owns_no_valuable_property,
        -- Is {maximum_age} or younger. (Pergub 44/2022)
        age_years <= maximum_age as is_young_enough,
        -- Is alive in the population register. (Pergub 44/2022)
        is_alive,
        -- Holds an identity card of DKI Jakarta. (Pergub 44/2022)
        has_jakarta_id,
        -- Really lives in DKI Jakarta. (Pergub 44/2022)
        lives_in_jakarta,
        -- The family is within the welfare deciles served. (Permensos 3/2025)
        household_national_decile <= max_decile as is_in_decile,
        -- Nobody in the family owns a car. (Pergub 44/2022)
        concedes_owns_no_car or not household_owns_car as owns_no_car,
        -- Owns no land or house valued above the limit. (Pergub 44/2022)
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
        -- Is not a resident of a social home. (Pergub 44/2022)
        not lives_in_care_home as is_not_in_care_home,
        age_years is null as misses_age_years,
        maximum_age is null as misses_parameter_maximum_age,
        is_alive is null as misses_is_alive,
        has_jakarta_id is null as misses_has_jakarta_id,
        lives_in_jakarta is null as misses_lives_in_jakarta,
        household_national_decile is null as misses_household_national_decile,
        max_decile is null as misses_parameter_max_decile,
        household_owns_car is null as misses_household_owns_car,
        household_highest_property_value is null
            as misses_household_highest_property_value,
        household_highest_known_property_value is null
            as misses_household_highest_known_property_value,
        max_property_value is null as misses_parameter_max_property_value,
        household_uses_branded_water is null as misses_household_uses_branded_water,
        bars_branded_water is null as misses_parameter_bars_branded_water,
        lives_in_care_home is null as misses_lives_in_care_home,
        concedes_owns_no_car is null as misses_objection_owns_no_car,
        concedes_owns_no_valuable_property is null
            as misses_objection_owns_no_valuable_property,
        cast(monthly_amount as bigint) as full_amount

    from looked_at

),

concluded as (

    select
        *,
        (
            is_in_force
            and is_young_enough
            and is_alive
            and has_jakarta_id
            and lives_in_jakarta
            and is_in_decile
            and owns_no_car
            and owns_no_valuable_property
            and uses_no_branded_water
            and is_not_in_care_home
        ) as holds

    from judged

)

select
    'kaj' as programme_id,
    'person' as unit,
    person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    is_young_enough,
    is_alive,
    has_jakarta_id,
    lives_in_jakarta,
    is_in_decile,
    owns_no_car,
    owns_no_valuable_property,
    uses_no_branded_water,
    is_not_in_care_home,
    case
        when not holds then 'ineligible'
        when holds then 'eligible'
        else 'undetermined'
    end as verdict,
    -- What stands in the way, what is open, and the facts that would settle it.
    {{ unmet([
        'is_in_force', 'is_young_enough', 'is_alive', 'has_jakarta_id',
        'lives_in_jakarta', 'is_in_decile', 'owns_no_car',
        'owns_no_valuable_property', 'uses_no_branded_water',
        'is_not_in_care_home'
    ]) }} as unmet_criteria,
    {{ unknown([
        'is_young_enough', 'is_alive', 'has_jakarta_id', 'lives_in_jakarta',
        'is_in_decile', 'owns_no_car', 'owns_no_valuable_property',
        'uses_no_branded_water', 'is_not_in_care_home'
    ]) }} as unknown_criteria,
    {{ missing({
        'is_young_enough': ['age_years', ':maximum_age'],
        'is_alive': ['is_alive'],
        'has_jakarta_id': ['has_jakarta_id'],
        'lives_in_jakarta': ['lives_in_jakarta'],
        'is_in_decile': ['household.national_decile', ':max_decile'],
        'owns_no_car': ['household.owns_car', 'objection.owns_no_car'],
        'owns_no_valuable_property': [
            'household.highest_property_value',
            'household.highest_known_property_value', ':max_property_value',
            'objection.owns_no_valuable_property'
        ],
        'uses_no_branded_water': ['household.uses_branded_water', ':bars_branded_water'],
        'is_not_in_care_home': ['lives_in_care_home']
    }) }} as missing_facts,
    {{ contested(['owns_no_car', 'owns_no_valuable_property']) }} as contested_criteria,
    case when holds then full_amount end as entitled_amount,
    case
        when holds is not false then full_amount
    end as possible_amount,
    '7fef738bdfe8' as rule_digest

from concluded
