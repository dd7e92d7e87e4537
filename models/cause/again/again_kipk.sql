-- noqa: disable=LT05
-- Written by `selaras compile` from rules/kipk.yml. Edit the rule, not this file.
with

person as (

    select * from {{ ref('was_person') }}
    where programme_id = 'kipk'

),

household as (

    select * from {{ ref('was_household') }}
    where programme_id = 'kipk'

),

enrolled as (

    select distinct person_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'kipk'
        and coalesce(status, 'unknown') != 'cancelled'

),

parameter (valid_from, valid_to, max_decile, max_monthly_income, monthly_amount) as (

    values
    (date '2020-01-01', date '2025-01-01', 3, 4000000, null),
    (date '2025-01-01', null, 3, 4000000, 1400000)

),

looked_at as (

    select
        person.person_id,
        person.household_id,
        person.as_of_date,
        enrolled.person_id is not null as is_enrolled,
        person.as_of_date >= date '2020-01-01' as is_in_force,
        {{ figure_at('person', 'max_decile', 'bigint') }} as max_decile,
        {{ figure_at('person', 'max_monthly_income', 'bigint') }} as max_monthly_income,
        {{ figure_at('person', 'monthly_amount', 'bigint') }} as monthly_amount,
        person.is_in_school,
        person.school_level,
        person.is_alive,
        household.national_decile as household_national_decile,
        household.receives_regular_aid as household_receives_regular_aid,
        person.insurance_segment,
        person.lives_in_care_home,
        household.monthly_income as household_monthly_income

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
    left join household
        on person.household_id = household.household_id
    where
        enrolled.person_id is not null
        or (
            person.as_of_date >= date '2020-01-01'
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
        -- Is enrolled at a university. (not known)
        is_in_school and school_level = 'tertiary' as is_student,
        -- Is alive in the population register. (not known)
        is_alive,
        -- Comes from a poor family. (not known)
        household_national_decile <= max_decile as is_poor__is_in_decile,
        household_receives_regular_aid as is_poor__is_in_regular_aid,
        insurance_segment in ('pbi_jk', 'both') as is_poor__is_insured_by_the_state,
        lives_in_care_home as is_poor__lives_in_care_home,
        household_monthly_income <= max_monthly_income as is_poor__has_low_income,
        (
            household_national_decile <= max_decile
            or household_receives_regular_aid
            or insurance_segment in ('pbi_jk', 'both')
            or lives_in_care_home
            or household_monthly_income <= max_monthly_income
        ) as is_poor,
        is_in_school is null as misses_is_in_school,
        school_level is null as misses_school_level,
        is_alive is null as misses_is_alive,
        household_national_decile is null as misses_household_national_decile,
        household_receives_regular_aid is null as misses_household_receives_regular_aid,
        insurance_segment is null as misses_insurance_segment,
        lives_in_care_home is null as misses_lives_in_care_home,
        household_monthly_income is null as misses_household_monthly_income,
        max_decile is null as misses_parameter_max_decile,
        max_monthly_income is null as misses_parameter_max_monthly_income,
        cast(monthly_amount as bigint) as full_amount

    from looked_at

),

concluded as (

    select
        *,
        is_in_force and is_student and is_alive and is_poor as holds

    from judged

)

select
    'kipk' as programme_id,
    'person' as unit,
    person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    is_student,
    is_alive,
    is_poor__is_in_decile,
    is_poor__is_in_regular_aid,
    is_poor__is_insured_by_the_state,
    is_poor__lives_in_care_home,
    is_poor__has_low_income,
    is_poor,
    case
        when not holds then 'ineligible'
        when holds then 'eligible'
        else 'undetermined'
    end as verdict,
    -- What stands in the way, what is open, and the facts that would settle it.
    {{ unmet([
        'is_in_force', 'is_student', 'is_alive', 'is_poor'
    ]) }} as unmet_criteria,
    {{ unknown(['is_student', 'is_alive', 'is_poor']) }} as unknown_criteria,
    {{ missing({
        'is_student': ['is_in_school', 'school_level'],
        'is_alive': ['is_alive'],
        'is_poor': [
            'household.national_decile', 'household.receives_regular_aid',
            'insurance_segment', 'lives_in_care_home', 'household.monthly_income',
            ':max_decile', ':max_monthly_income'
        ]
    }) }} as missing_facts,
    '' as contested_criteria,
    case when holds then full_amount end as entitled_amount,
    case
        when holds is not false then full_amount
    end as possible_amount,
    '48bed0e16981' as rule_digest

from concluded
