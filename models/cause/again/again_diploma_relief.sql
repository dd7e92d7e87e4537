-- noqa: disable=LT05
-- Written by `selaras compile` from rules/diploma_relief.yml.
-- Edit the rule, not this file.
with

person as (

    select * from {{ ref('was_person') }}
    where programme_id = 'diploma_relief'

),

household as (

    select * from {{ ref('was_household') }}
    where programme_id = 'diploma_relief'

),

enrolled as (

    select distinct person_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'diploma_relief'
        and coalesce(status, 'unknown') != 'cancelled'

),

parameter (valid_from, valid_to, max_decile) as (

    values
    (date '2025-01-01', null, 5)

),

looked_at as (

    select
        person.person_id,
        person.household_id,
        person.as_of_date,
        enrolled.person_id is not null as is_enrolled,
        person.as_of_date >= date '2025-01-01' as is_in_force,
        {{ figure_at('person', 'max_decile', 'bigint') }} as max_decile,
        person.diploma_arrears,
        person.is_alive,
        person.has_jakarta_id,
        person.lives_in_jakarta,
        household.national_decile as household_national_decile,
        person.has_poverty_letter,
        person.is_formally_employed

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
            person.as_of_date >= date '2025-01-01'
            and (person.diploma_arrears is not null) is not false
        )

),

judged as (

    select
        person_id,
        household_id,
        as_of_date,
        is_enrolled,
        is_in_force,
        -- Owes fees to a private school. (not known)
        diploma_arrears > 0 as has_arrears,
        -- Is alive in the population register. (not known)
        is_alive,
        -- Holds an identity card of DKI Jakarta. (not known)
        has_jakarta_id,
        -- Really lives in DKI Jakarta. (not known)
        lives_in_jakarta,
        -- Is in a poor family or holds a letter that says so. (not known)
        household_national_decile <= max_decile as is_poor__is_in_decile,
        has_poverty_letter as is_poor__has_poverty_letter,
        household_national_decile <= max_decile or has_poverty_letter as is_poor,
        -- Is not formally employed. (not known)
        not is_formally_employed as is_not_formally_employed,
        diploma_arrears is null as misses_diploma_arrears,
        is_alive is null as misses_is_alive,
        has_jakarta_id is null as misses_has_jakarta_id,
        lives_in_jakarta is null as misses_lives_in_jakarta,
        household_national_decile is null as misses_household_national_decile,
        has_poverty_letter is null as misses_has_poverty_letter,
        max_decile is null as misses_parameter_max_decile,
        is_formally_employed is null as misses_is_formally_employed,
        cast(diploma_arrears as bigint) as full_amount

    from looked_at

),

concluded as (

    select
        *,
        (
            is_in_force
            and has_arrears
            and is_alive
            and has_jakarta_id
            and lives_in_jakarta
            and is_poor
            and is_not_formally_employed
        ) as holds

    from judged

)

select
    'diploma_relief' as programme_id,
    'person' as unit,
    person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    has_arrears,
    is_alive,
    has_jakarta_id,
    lives_in_jakarta,
    is_poor__is_in_decile,
    is_poor__has_poverty_letter,
    is_poor,
    is_not_formally_employed,
    case
        when not holds then 'ineligible'
        when holds then 'eligible'
        else 'undetermined'
    end as verdict,
    -- What stands in the way, what is open, and the facts that would settle it.
    {{ unmet([
        'is_in_force', 'has_arrears', 'is_alive', 'has_jakarta_id',
        'lives_in_jakarta', 'is_poor', 'is_not_formally_employed'
    ]) }} as unmet_criteria,
    {{ unknown([
        'has_arrears', 'is_alive', 'has_jakarta_id', 'lives_in_jakarta',
        'is_poor', 'is_not_formally_employed'
    ]) }} as unknown_criteria,
    {{ missing({
        'has_arrears': ['diploma_arrears'],
        'is_alive': ['is_alive'],
        'has_jakarta_id': ['has_jakarta_id'],
        'lives_in_jakarta': ['lives_in_jakarta'],
        'is_poor': ['household.national_decile', 'has_poverty_letter', ':max_decile'],
        'is_not_formally_employed': ['is_formally_employed']
    }) }} as missing_facts,
    '' as contested_criteria,
    case when holds then {{ divide_whole('full_amount', 12) }} end as entitled_amount,
    case
        when holds is not false then {{ divide_whole('full_amount', 12) }}
    end as possible_amount,
    '0fd4dbedb29b' as rule_digest

from concluded
