-- noqa: disable=LT05
-- Written by `selaras compile` from rules/pbi_apbd.yml. Edit the rule, not this file.
with

person as (

    select * from {{ ref('was_person') }}
    where programme_id = 'pbi_apbd'

),

enrolled as (

    select distinct person_id
    from {{ ref('was_enrolment') }}
    where
        programme_id = 'pbi_apbd'
        and coalesce(status, 'unknown') != 'cancelled'

),

parameter (valid_from, valid_to, monthly_premium) as (

    values
    (date '2020-01-01', null, 42000)

),

looked_at as (

    select
        person.person_id,
        person.household_id,
        person.as_of_date,
        enrolled.person_id is not null as is_enrolled,
        person.as_of_date >= date '2021-01-01' as is_in_force,
        {{ figure_at('person', 'monthly_premium', 'bigint') }} as monthly_premium,
        person.has_jakarta_id,
        person.lives_in_jakarta,
        person.is_alive,
        person.insurance_segment,
        person.is_public_servant,
        person.is_state_enterprise_employee

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
    where
        enrolled.person_id is not null
        or (
            person.as_of_date >= date '2021-01-01'
            and (person.insurance_segment in ('pbi_apbd', 'both')) is not false
        )

),

judged as (

    select
        person_id,
        household_id,
        as_of_date,
        is_enrolled,
        is_in_force,
        -- Holds an identity card of DKI Jakarta. (Pergub 46/2021)
        has_jakarta_id,
        -- Really lives in DKI Jakarta. (Pergub 46/2021)
        lives_in_jakarta,
        -- Is alive in the population register. (Pergub 46/2021)
        is_alive,
        -- The state budget is not alone in paying the premium. (Pergub 46/2021)
        insurance_segment != 'pbi_jk' as is_not_insured_elsewhere,
        -- Is not insured through formal work. (Pergub 46/2021)
        (
            not is_public_servant
            and not is_state_enterprise_employee
        ) as is_not_insured_by_work,
        has_jakarta_id is null as misses_has_jakarta_id,
        lives_in_jakarta is null as misses_lives_in_jakarta,
        is_alive is null as misses_is_alive,
        insurance_segment is null as misses_insurance_segment,
        is_public_servant is null as misses_is_public_servant,
        is_state_enterprise_employee is null as misses_is_state_enterprise_employee,
        cast(monthly_premium as bigint) as full_amount

    from looked_at

),

concluded as (

    select
        *,
        (
            is_in_force
            and has_jakarta_id
            and lives_in_jakarta
            and is_alive
            and is_not_insured_elsewhere
            and is_not_insured_by_work
        ) as holds

    from judged

)

select
    'pbi_apbd' as programme_id,
    'person' as unit,
    person_id,
    household_id,
    as_of_date,
    is_enrolled,
    is_in_force,
    has_jakarta_id,
    lives_in_jakarta,
    is_alive,
    is_not_insured_elsewhere,
    is_not_insured_by_work,
    case
        when not holds then 'ineligible'
        when holds then 'eligible'
        else 'undetermined'
    end as verdict,
    -- What stands in the way, what is open, and the facts that would settle it.
    {{ unmet([
        'is_in_force', 'has_jakarta_id', 'lives_in_jakarta', 'is_alive',
        'is_not_insured_elsewhere', 'is_not_insured_by_work'
    ]) }} as unmet_criteria,
    {{ unknown([
        'has_jakarta_id', 'lives_in_jakarta', 'is_alive',
        'is_not_insured_elsewhere', 'is_not_insured_by_work'
    ]) }} as unknown_criteria,
    {{ missing({
        'has_jakarta_id': ['has_jakarta_id'],
        'lives_in_jakarta': ['lives_in_jakarta'],
        'is_alive': ['is_alive'],
        'is_not_insured_elsewhere': ['insurance_segment'],
        'is_not_insured_by_work': ['is_public_servant', 'is_state_enterprise_employee']
    }) }} as missing_facts,
    '' as contested_criteria,
    case when holds then full_amount end as entitled_amount,
    case
        when holds is not false then full_amount
    end as possible_amount,
    '5ea3647f5f58' as rule_digest

from concluded
