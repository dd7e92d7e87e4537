-- noqa: disable=LT05
-- Written by `selaras compile` from rules/blts.yml. Edit the rule, not this file.
with

household as (

    select * from {{ ref('was_household') }}
    where programme_id = 'blts'

),

enrolled as (

    select distinct household_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'blts'
        and coalesce(status, 'unknown') != 'cancelled'

),

parameter (valid_from, valid_to, max_decile, monthly_amount) as (

    values
    (date '2025-10-01', null, 4, 300000)

),

looked_at as (

    select
        household.household_id,
        household.as_of_date,
        enrolled.household_id is not null as is_enrolled,
        (
            household.as_of_date >= date '2025-10-01'
            and household.as_of_date < date '2026-01-01'
        ) as is_in_force,
        {{ figure_at('household', 'max_decile', 'bigint') }} as max_decile,
        {{ figure_at('household', 'monthly_amount', 'bigint') }} as monthly_amount,
        household.national_decile,
        household.has_living_member,
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
            household.as_of_date >= date '2025-10-01'
            and household.as_of_date < date '2026-01-01'
            and (
                household.national_decile <= {{ figure_at('household', 'max_decile', 'bigint') }}
            ) is not false
        )

),

judged as (

    select
        household_id,
        as_of_date,
        is_enrolled,
        is_in_force,
        -- Is within the national welfare deciles served. (not known)
        national_decile <= max_decile as is_in_decile,
        -- Some member of the family is alive. (not known)
        has_living_member as is_alive,
        -- No member of the family is in public service. (not known)
        not has_public_servant_member as has_no_public_servant,
        national_decile is null as misses_national_decile,
        max_decile is null as misses_parameter_max_decile,
        has_living_member is null as misses_has_living_member,
        has_public_servant_member is null as misses_has_public_servant_member,
        cast(monthly_amount as bigint) as full_amount

    from looked_at

),

concluded as (

    select
        *,
        is_in_force and is_in_decile and is_alive and has_no_public_servant as holds

    from judged

)

select
    'blts' as programme_id,
    'household' as unit,
    cast(null as varchar) as person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    is_in_decile,
    is_alive,
    has_no_public_servant,
    case
        when not holds then 'ineligible'
        when holds then 'eligible'
        else 'undetermined'
    end as verdict,
    -- What stands in the way, what is open, and the facts that would settle it.
    {{ unmet([
        'is_in_force', 'is_in_decile', 'is_alive', 'has_no_public_servant'
    ]) }} as unmet_criteria,
    {{ unknown([
        'is_in_decile', 'is_alive', 'has_no_public_servant'
    ]) }} as unknown_criteria,
    {{ missing({
        'is_in_decile': ['national_decile', ':max_decile'],
        'is_alive': ['has_living_member'],
        'has_no_public_servant': ['has_public_servant_member']
    }) }} as missing_facts,
    '' as contested_criteria,
    case when holds then full_amount end as entitled_amount,
    case
        when holds is not false then full_amount
    end as possible_amount,
    '7659630ccc89' as rule_digest

from concluded
