-- noqa: disable=LT05
-- Written by `selaras compile` from rules/pbi_jk.yml. Edit the rule, not this file.
with

person as (

    select * from {{ ref('was_person') }}
    where programme_id = 'pbi_jk'

),

household as (

    select * from {{ ref('was_household') }}
    where programme_id = 'pbi_jk'

),

enrolled as (

    select distinct person_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'pbi_jk'
        and coalesce(status, 'unknown') != 'cancelled'

),

objection as (

    select
        person_id,
        case
            when bool_or(criterion_id = 'is_poor') then true
            when bool_or(criterion_id = 'is_poor?') then null
            else false
        end as concedes_is_poor

    from {{ ref('was_objection') }}
    where programme_id = 'pbi_jk'
    group by person_id

),

parameter (valid_from, valid_to, max_decile, monthly_premium) as (

    values
    (date '2020-01-01', date '2025-01-01', null, 42000),
    (date '2025-01-01', null, 5, 42000)

),

looked_at as (

    select
        person.person_id,
        person.household_id,
        person.as_of_date,
        enrolled.person_id is not null as is_enrolled,
        person.as_of_date >= date '2020-01-01' as is_in_force,
        {{ figure_at('person', 'max_decile', 'bigint') }} as max_decile,
        {{ figure_at('person', 'monthly_premium', 'bigint') }} as monthly_premium,
        household.national_decile as household_national_decile,
        person.lives_in_care_home,
        person.is_alive,
        person.is_public_servant,
        person.is_state_enterprise_employee,
        case
            when objection.person_id is null then false
            else objection.concedes_is_poor
        end as concedes_is_poor

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
            person.as_of_date >= date '2020-01-01'
            and (
                household.national_decile <= {{ figure_at('person', 'max_decile', 'bigint') }}
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
        -- Is in the deciles served or in a vulnerable group. (Perpres 64/2020)
        household_national_decile <= max_decile as is_poor__is_in_decile,
        lives_in_care_home as is_poor__lives_in_care_home,
        (
            concedes_is_poor
            or household_national_decile <= max_decile
            or lives_in_care_home
        ) as is_poor,
        -- Is alive in the population register. (Perpres 64/2020)
        is_alive,
        -- Is not insured through formal work. (Perpres 64/2020)
        (
            not is_public_servant
            and not is_state_enterprise_employee
        ) as is_not_insured_by_work,
        household_national_decile is null as misses_household_national_decile,
        lives_in_care_home is null as misses_lives_in_care_home,
        max_decile is null as misses_parameter_max_decile,
        is_alive is null as misses_is_alive,
        is_public_servant is null as misses_is_public_servant,
        is_state_enterprise_employee is null as misses_is_state_enterprise_employee,
        concedes_is_poor is null as misses_objection_is_poor,
        cast(monthly_premium as bigint) as full_amount

    from looked_at

),

concluded as (

    select
        *,
        is_in_force and is_poor and is_alive and is_not_insured_by_work as holds

    from judged

)

select
    'pbi_jk' as programme_id,
    'person' as unit,
    person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    is_poor__is_in_decile,
    is_poor__lives_in_care_home,
    is_poor,
    is_alive,
    is_not_insured_by_work,
    case
        when not holds then 'ineligible'
        when holds then 'eligible'
        else 'undetermined'
    end as verdict,
    -- What stands in the way, what is open, and the facts that would settle it.
    {{ unmet([
        'is_in_force', 'is_poor', 'is_alive', 'is_not_insured_by_work'
    ]) }} as unmet_criteria,
    {{ unknown([
        'is_poor', 'is_alive', 'is_not_insured_by_work'
    ]) }} as unknown_criteria,
    {{ missing({
        'is_poor': [
            'household.national_decile', 'lives_in_care_home', ':max_decile',
            'objection.is_poor'
        ],
        'is_alive': ['is_alive'],
        'is_not_insured_by_work': ['is_public_servant', 'is_state_enterprise_employee']
    }) }} as missing_facts,
    {{ contested(['is_poor']) }} as contested_criteria,
    case when holds then full_amount end as entitled_amount,
    case
        when holds is not false then full_amount
    end as possible_amount,
    '96bf5184e017' as rule_digest

from concluded
