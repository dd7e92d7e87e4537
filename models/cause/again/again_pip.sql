-- noqa: disable=LT05
-- Written by `selaras compile` from rules/pip.yml. Edit the rule, not this file.
with

person as (

    select * from {{ ref('was_person') }}
    where programme_id = 'pip'

),

household as (

    select * from {{ ref('was_household') }}
    where programme_id = 'pip'

),

enrolled as (

    select distinct person_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'pip'
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
    where programme_id = 'pip'
    group by person_id

),

parameter (
    valid_from,
    valid_to,
    max_decile,
    primary_amount,
    primary_last_year_amount,
    junior_secondary_amount,
    junior_secondary_last_year_amount,
    senior_secondary_amount,
    senior_secondary_last_year_amount
) as (

    values
    (date '2020-01-01', date '2025-01-01', 5, null, null, null, null, null, null),
    (date '2025-01-01', null, 5, 450000, 225000, 750000, 375000, 1800000, 900000)

),

looked_at as (

    select
        person.person_id,
        person.household_id,
        person.as_of_date,
        enrolled.person_id is not null as is_enrolled,
        person.as_of_date >= date '2020-01-01' as is_in_force,
        {{ figure_at('person', 'max_decile', 'bigint') }} as max_decile,
        {{ figure_at('person', 'primary_last_year_amount', 'bigint') }}
            as primary_last_year_amount,
        {{ figure_at('person', 'primary_amount', 'bigint') }} as primary_amount,
        {{ figure_at('person', 'junior_secondary_last_year_amount', 'bigint') }}
            as junior_secondary_last_year_amount,
        {{ figure_at('person', 'junior_secondary_amount', 'bigint') }}
            as junior_secondary_amount,
        {{ figure_at('person', 'senior_secondary_last_year_amount', 'bigint') }}
            as senior_secondary_last_year_amount,
        {{ figure_at('person', 'senior_secondary_amount', 'bigint') }}
            as senior_secondary_amount,
        person.is_in_school,
        person.school_level,
        person.is_alive,
        household.national_decile as household_national_decile,
        household.receives_regular_aid as household_receives_regular_aid,
        person.has_disability,
        person.is_priority_pupil,
        person.school_grade,
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
                person.is_in_school
                and person.school_level in (
                    'primary',
                    'junior_secondary',
                    'senior_secondary'
                )
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
        -- Attends primary, junior or senior secondary school. (Permendikbud 10/2020)
        (
            is_in_school
            and school_level in ('primary', 'junior_secondary', 'senior_secondary')
        ) as is_in_school,
        -- Is alive in the population register. (Permendikbud 10/2020)
        is_alive,
        -- Comes from a poor or vulnerable family, or has a disability. (Permendikbud
        -- 10/2020)
        household_national_decile <= max_decile as is_poor__is_in_decile,
        household_receives_regular_aid as is_poor__is_in_regular_aid,
        has_disability as is_poor__has_disability,
        is_priority_pupil as is_poor__is_priority_pupil,
        (
            concedes_is_poor
            or household_national_decile <= max_decile
            or household_receives_regular_aid
            or has_disability
            or is_priority_pupil
        ) as is_poor,
        is_in_school is null as misses_is_in_school,
        school_level is null as misses_school_level,
        is_alive is null as misses_is_alive,
        household_national_decile is null as misses_household_national_decile,
        household_receives_regular_aid is null as misses_household_receives_regular_aid,
        has_disability is null as misses_has_disability,
        is_priority_pupil is null as misses_is_priority_pupil,
        max_decile is null as misses_parameter_max_decile,
        concedes_is_poor is null as misses_objection_is_poor,
        school_level = 'primary' and school_grade = 6 as tier_primary_last_year,
        cast(primary_last_year_amount as bigint) as pays_primary_last_year,
        school_level = 'primary' as tier_primary,
        cast(primary_amount as bigint) as pays_primary,
        (
            school_level = 'junior_secondary'
            and school_grade in (3, 9)
        ) as tier_junior_secondary_last_year,
        cast(junior_secondary_last_year_amount as bigint)
            as pays_junior_secondary_last_year,
        school_level = 'junior_secondary' as tier_junior_secondary,
        cast(junior_secondary_amount as bigint) as pays_junior_secondary,
        (
            school_level = 'senior_secondary'
            and school_grade in (3, 12)
        ) as tier_senior_secondary_last_year,
        cast(senior_secondary_last_year_amount as bigint)
            as pays_senior_secondary_last_year,
        school_level = 'senior_secondary' as tier_senior_secondary,
        cast(senior_secondary_amount as bigint) as pays_senior_secondary

    from looked_at

),

reached as (

    select
        *,
        case
            when tier_primary_last_year then 1
            when tier_primary then 2
            when tier_junior_secondary_last_year then 3
            when tier_junior_secondary then 4
            when tier_senior_secondary_last_year then 5
            when tier_senior_secondary then 6
            else 7
        end as first_match,
        tier_primary_last_year is not false as may_pay_primary_last_year,
        tier_primary is not false and first_match >= 2 as may_pay_primary,
        tier_junior_secondary_last_year is not false and first_match >= 3
            as may_pay_junior_secondary_last_year,
        tier_junior_secondary is not false and first_match >= 4
            as may_pay_junior_secondary,
        tier_senior_secondary_last_year is not false and first_match >= 5
            as may_pay_senior_secondary_last_year,
        tier_senior_secondary is not false and first_match >= 6
            as may_pay_senior_secondary

    from judged

),

priced as (

    select
        *,
        (
            (may_pay_primary_last_year and pays_primary_last_year is null)
            or (may_pay_primary and pays_primary is null)
            or (
                may_pay_junior_secondary_last_year
                and pays_junior_secondary_last_year is null
            )
            or (may_pay_junior_secondary and pays_junior_secondary is null)
            or (
                may_pay_senior_secondary_last_year
                and pays_senior_secondary_last_year is null
            )
            or (may_pay_senior_secondary and pays_senior_secondary is null)
        ) as is_unpriced,
        case
            when not is_unpriced and first_match <= 6
                then least(
                    case
                        when may_pay_primary_last_year
                            then pays_primary_last_year
                    end,
                    case when may_pay_primary then pays_primary end,
                    case
                        when may_pay_junior_secondary_last_year
                            then pays_junior_secondary_last_year
                    end,
                    case
                        when may_pay_junior_secondary
                            then pays_junior_secondary
                    end,
                    case
                        when may_pay_senior_secondary_last_year
                            then pays_senior_secondary_last_year
                    end,
                    case
                        when may_pay_senior_secondary
                            then pays_senior_secondary
                    end
                )
        end as certain_amount,
        case
            when not is_unpriced
                then greatest(
                    case
                        when may_pay_primary_last_year
                            then pays_primary_last_year
                    end,
                    case when may_pay_primary then pays_primary end,
                    case
                        when may_pay_junior_secondary_last_year
                            then pays_junior_secondary_last_year
                    end,
                    case
                        when may_pay_junior_secondary
                            then pays_junior_secondary
                    end,
                    case
                        when may_pay_senior_secondary_last_year
                            then pays_senior_secondary_last_year
                    end,
                    case
                        when may_pay_senior_secondary
                            then pays_senior_secondary
                    end
                )
        end as highest_amount

    from reached

),

concluded as (

    select
        *,
        is_in_force and is_in_school and is_alive and is_poor as holds

    from priced

)

select
    'pip' as programme_id,
    'person' as unit,
    person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    is_in_school,
    is_alive,
    is_poor__is_in_decile,
    is_poor__is_in_regular_aid,
    is_poor__has_disability,
    is_poor__is_priority_pupil,
    is_poor,
    case
        when not holds then 'ineligible'
        when holds then 'eligible'
        else 'undetermined'
    end as verdict,
    -- What stands in the way, what is open, and the facts that would settle it.
    {{ unmet([
        'is_in_force', 'is_in_school', 'is_alive', 'is_poor'
    ]) }} as unmet_criteria,
    {{ unknown(['is_in_school', 'is_alive', 'is_poor']) }} as unknown_criteria,
    {{ missing({
        'is_in_school': ['is_in_school', 'school_level'],
        'is_alive': ['is_alive'],
        'is_poor': [
            'household.national_decile', 'household.receives_regular_aid',
            'has_disability', 'is_priority_pupil', ':max_decile',
            'objection.is_poor'
        ]
    }) }} as missing_facts,
    {{ contested(['is_poor']) }} as contested_criteria,
    case
        when holds then {{ divide_whole('certain_amount', 12) }}
    end as entitled_amount,
    case
        when holds is not false then {{ divide_whole('highest_amount', 12) }}
    end as possible_amount,
    'f93ea700602d' as rule_digest

from concluded
