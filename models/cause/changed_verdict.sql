with

was as (

    {{ of_last_week('week_verdict') }}

),

paired as (

    select
        coalesce(now.programme_id, was.programme_id) as programme_id,
        coalesce(now.unit, was.unit) as unit,
        coalesce(now.person_id, was.person_id) as person_id,
        {{ then_and_now([
            'household_id', 'verdict', 'coverage', 'is_enrolled', 'unmet_criteria',
            'unknown_criteria', 'entitled_amount'
        ]) }}

    from was
    full outer join {{ ref('week_verdict') }} as now
        on
            was.programme_id = now.programme_id
            and was.unit = now.unit
            and coalesce(was.person_id, was.household_id)
            = coalesce(now.person_id, now.household_id)

)

-- A verdict that was not given yet, or is given no more, has changed as well.
select
    paired.*,
    case
        when paired.unit = 'person' then paired.person_id
        else coalesce(paired.household_id, paired.was_household_id)
    end as unit_id,
    by_rule.was_rule_digest,
    by_rule.rule_digest,
    last_week.was_on,
    last_week.as_of_date

from paired
inner join {{ ref('last_week') }} as last_week
    on last_week.was_on is not null
left join {{ ref('rule_digest') }} as by_rule
    on paired.programme_id = by_rule.programme_id
where
    paired.was_verdict is distinct from paired.verdict
    or paired.was_coverage is distinct from paired.coverage
    or paired.was_entitled_amount is distinct from paired.entitled_amount
