-- noqa: disable=LT05
-- Written by `selaras compile` from rules/pkh.yml. Edit the rule, not this file.
with

household as (

    select * from {{ ref('was_household') }}
    where programme_id = 'pkh'

),

person as (

    select * from {{ ref('was_person') }}
    where programme_id = 'pkh'

),

enrolled as (

    select distinct household_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'pkh'
        and coalesce(status, 'unknown') != 'cancelled'

),

parameter (
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

looked_at as (

    select
        household.household_id,
        household.as_of_date,
        enrolled.household_id is not null as is_enrolled,
        household.as_of_date >= date '2018-01-01' as is_in_force,
        {{ figure_at('household', 'max_decile', 'bigint') }} as max_decile,
        {{ figure_at('household', 'max_people', 'bigint') }} as max_people,
        {{ figure_at('household', 'pregnant_amount', 'bigint') }} as pregnant_amount,
        {{ figure_at('household', 'max_child_age', 'bigint') }} as max_child_age,
        {{ figure_at('household', 'early_childhood_amount', 'bigint') }}
            as early_childhood_amount,
        {{ figure_at('household', 'max_pupil_age', 'bigint') }} as max_pupil_age,
        {{ figure_at('household', 'primary_amount', 'bigint') }} as primary_amount,
        {{ figure_at('household', 'junior_secondary_amount', 'bigint') }}
            as junior_secondary_amount,
        {{ figure_at('household', 'senior_secondary_amount', 'bigint') }}
            as senior_secondary_amount,
        {{ figure_at('household', 'min_elderly_age', 'bigint') }} as min_elderly_age,
        {{ figure_at('household', 'elderly_amount', 'bigint') }} as elderly_amount,
        {{ figure_at('household', 'severe_disability_amount', 'bigint') }}
            as severe_disability_amount,
        household.national_decile,
        household.has_public_servant_member

    from household
    left join enrolled
        on household.household_id = enrolled.household_id
    left join parameter
        on
            household.as_of_date >= parameter.valid_from
            and (
                household.as_of_date < parameter.valid_to
                or parameter.valid_to is null
            )
    where
        enrolled.household_id is not null
        or (
            household.as_of_date >= date '2018-01-01'
            and (
                household.national_decile <= {{ figure_at('household', 'max_decile', 'bigint') }}
            ) is not false
        )

),

member as (

    select
        looked_at.household_id,
        looked_at.max_people,
        looked_at.pregnant_amount,
        looked_at.early_childhood_amount,
        looked_at.primary_amount,
        looked_at.junior_secondary_amount,
        looked_at.senior_secondary_amount,
        looked_at.elderly_amount,
        looked_at.severe_disability_amount,
        person.is_alive and person.is_member and person.is_pregnant as in_pregnant,
        (
            person.is_alive
            and person.is_member
            and person.age_years <= looked_at.max_child_age
        ) as in_early_childhood,
        (
            person.is_alive
            and person.is_member
            and person.is_in_school
            and person.school_level = 'primary'
            and person.age_years <= looked_at.max_pupil_age
        ) as in_primary,
        (
            person.is_alive
            and person.is_member
            and person.is_in_school
            and person.school_level = 'junior_secondary'
            and person.age_years <= looked_at.max_pupil_age
        ) as in_junior_secondary,
        (
            person.is_alive
            and person.is_member
            and person.is_in_school
            and person.school_level = 'senior_secondary'
            and person.age_years <= looked_at.max_pupil_age
        ) as in_senior_secondary,
        (
            person.is_alive
            and person.is_member
            and person.age_years >= looked_at.min_elderly_age
        ) as in_elderly,
        (
            person.is_alive
            and person.is_member
            and person.has_severe_disability
        ) as in_severe_disability,
        person.is_alive is null as misses_is_alive,
        person.is_member is null as misses_is_member,
        person.is_pregnant is null as misses_is_pregnant,
        person.age_years is null as misses_age_years,
        person.is_in_school is null as misses_is_in_school,
        person.school_level is null as misses_school_level,
        person.has_severe_disability is null as misses_has_severe_disability

    from looked_at
    inner join person
        on looked_at.household_id = person.household_id

),

paid as (

    select
        household_id,
        max_people as most_people,
        (
            misses_is_alive
            and (
                in_pregnant is null
                or in_early_childhood is null
                or in_primary is null
                or in_junior_secondary is null
                or in_senior_secondary is null
                or in_elderly is null
                or in_severe_disability is null
            )
        ) as misses_is_alive,
        (
            misses_is_member
            and (
                in_pregnant is null
                or in_early_childhood is null
                or in_primary is null
                or in_junior_secondary is null
                or in_senior_secondary is null
                or in_elderly is null
                or in_severe_disability is null
            )
        ) as misses_is_member,
        misses_is_pregnant and in_pregnant is null as misses_is_pregnant,
        (
            misses_age_years
            and (
                in_early_childhood is null
                or in_primary is null
                or in_junior_secondary is null
                or in_senior_secondary is null
                or in_elderly is null
            )
        ) as misses_age_years,
        (
            misses_is_in_school
            and (
                in_primary is null
                or in_junior_secondary is null
                or in_senior_secondary is null
            )
        ) as misses_is_in_school,
        (
            misses_school_level
            and (
                in_primary is null
                or in_junior_secondary is null
                or in_senior_secondary is null
            )
        ) as misses_school_level,
        (
            misses_has_severe_disability
            and in_severe_disability is null
        ) as misses_has_severe_disability,
        (
            in_pregnant
            or in_early_childhood
            or in_primary
            or in_junior_secondary
            or in_senior_secondary
            or in_elderly
            or in_severe_disability
        ) as has_component,
        greatest(
            case when in_pregnant then pregnant_amount else 0 end,
            case when in_early_childhood then early_childhood_amount else 0 end,
            case when in_primary then primary_amount else 0 end,
            case when in_junior_secondary then junior_secondary_amount else 0 end,
            case when in_senior_secondary then senior_secondary_amount else 0 end,
            case when in_elderly then elderly_amount else 0 end,
            case when in_severe_disability then severe_disability_amount else 0 end
        ) as certain_amount,
        greatest(
            case when in_pregnant is not false then pregnant_amount else 0 end,
            case
                when in_early_childhood is not false then early_childhood_amount
                else 0
            end,
            case when in_primary is not false then primary_amount else 0 end,
            case
                when in_junior_secondary is not false then junior_secondary_amount
                else 0
            end,
            case
                when in_senior_secondary is not false then senior_secondary_amount
                else 0
            end,
            case when in_elderly is not false then elderly_amount else 0 end,
            case
                when in_severe_disability is not false then severe_disability_amount
                else 0
            end
        ) as highest_amount,
        (
            (in_pregnant and pregnant_amount is null)
            or (in_early_childhood and early_childhood_amount is null)
            or (in_primary and primary_amount is null)
            or (in_junior_secondary and junior_secondary_amount is null)
            or (in_senior_secondary and senior_secondary_amount is null)
            or (in_elderly and elderly_amount is null)
            or (in_severe_disability and severe_disability_amount is null)
        ) as certain_is_unpriced,
        (
            (in_pregnant is not false and pregnant_amount is null)
            or (in_early_childhood is not false and early_childhood_amount is null)
            or (in_primary is not false and primary_amount is null)
            or (in_junior_secondary is not false and junior_secondary_amount is null)
            or (in_senior_secondary is not false and senior_secondary_amount is null)
            or (in_elderly is not false and elderly_amount is null)
            or (in_severe_disability is not false and severe_disability_amount is null)
        ) as highest_is_unpriced

    from member

),

component as (

    select
        household_id,
        case
            when bool_or(has_component) then true
            when count(has_component) = count(*) then false
        end as has_component,
        case
            when bool_or(certain_is_unpriced) is not true
                then {{ sum_of_largest('certain_amount', 'max(most_people)') }}
        end as certain_amount,
        case
            when bool_or(highest_is_unpriced) is not true
                then {{ sum_of_largest('highest_amount', 'max(most_people)') }}
        end as highest_amount,
        bool_or(has_component is null and misses_is_alive) as misses_member_is_alive,
        bool_or(has_component is null and misses_is_member) as misses_member_is_member,
        bool_or(
            has_component is null and misses_is_pregnant
        ) as misses_member_is_pregnant,
        bool_or(has_component is null and misses_age_years) as misses_member_age_years,
        bool_or(
            has_component is null and misses_is_in_school
        ) as misses_member_is_in_school,
        bool_or(
            has_component is null and misses_school_level
        ) as misses_member_school_level,
        bool_or(
            has_component is null and misses_has_severe_disability
        ) as misses_member_has_severe_disability

    from paid
    group by household_id

),

known as (

    select
        looked_at.*,
        component.has_component,
        cast(component.certain_amount as bigint) as certain_amount,
        cast(component.highest_amount as bigint) as highest_amount,
        component.household_id is null as misses_member,
        coalesce(component.misses_member_is_alive, false) as misses_member_is_alive,
        coalesce(component.misses_member_is_member, false) as misses_member_is_member,
        coalesce(
            component.misses_member_is_pregnant,
            false
        ) as misses_member_is_pregnant,
        coalesce(component.misses_member_age_years, false) as misses_member_age_years,
        coalesce(
            component.misses_member_is_in_school,
            false
        ) as misses_member_is_in_school,
        coalesce(
            component.misses_member_school_level,
            false
        ) as misses_member_school_level,
        coalesce(
            component.misses_member_has_severe_disability,
            false
        ) as misses_member_has_severe_disability

    from looked_at
    left join component
        on looked_at.household_id = component.household_id

),

judged as (

    select
        household_id,
        as_of_date,
        is_enrolled,
        is_in_force,
        -- Is within the national welfare deciles served. (Permensos 3/2025)
        national_decile <= max_decile as is_in_decile,
        -- Some member of the family is in one of the components. (Permensos 1/2018)
        has_component,
        -- No member of the family is in public service. (not known)
        not has_public_servant_member as has_no_public_servant,
        national_decile is null as misses_national_decile,
        max_decile is null as misses_parameter_max_decile,
        max_child_age is null as misses_parameter_max_child_age,
        max_pupil_age is null as misses_parameter_max_pupil_age,
        min_elderly_age is null as misses_parameter_min_elderly_age,
        misses_member,
        misses_member_is_alive,
        misses_member_is_member,
        misses_member_is_pregnant,
        misses_member_age_years,
        misses_member_is_in_school,
        misses_member_school_level,
        misses_member_has_severe_disability,
        has_public_servant_member is null as misses_has_public_servant_member,
        certain_amount,
        highest_amount

    from known

),

concluded as (

    select
        *,
        (
            is_in_force
            and is_in_decile
            and has_component
            and has_no_public_servant
        ) as holds

    from judged

)

select
    'pkh' as programme_id,
    'household' as unit,
    cast(null as varchar) as person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    is_in_decile,
    has_component,
    has_no_public_servant,
    case
        when not holds then 'ineligible'
        when holds then 'eligible'
        else 'undetermined'
    end as verdict,
    -- What stands in the way, what is open, and the facts that would settle it.
    {{ unmet([
        'is_in_force', 'is_in_decile', 'has_component', 'has_no_public_servant'
    ]) }} as unmet_criteria,
    {{ unknown([
        'is_in_decile', 'has_component', 'has_no_public_servant'
    ]) }} as unknown_criteria,
    {{ missing({
        'is_in_decile': ['national_decile', ':max_decile'],
        'has_component': [
            ':max_child_age', ':max_pupil_age', ':min_elderly_age', 'member',
            'member.is_alive', 'member.is_member', 'member.is_pregnant',
            'member.age_years', 'member.is_in_school', 'member.school_level',
            'member.has_severe_disability'
        ],
        'has_no_public_servant': ['has_public_servant_member']
    }) }} as missing_facts,
    '' as contested_criteria,
    case when holds then {{ divide_whole('certain_amount', 3) }} end as entitled_amount,
    case
        when holds is not false then {{ divide_whole('highest_amount', 3) }}
    end as possible_amount,
    '92b51305edb3' as rule_digest

from concluded
