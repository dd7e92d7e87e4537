with

was as (

    {{ of_last_week('week_finding') }}

),

now as (

    select * from {{ ref('week_finding') }}

),

paired as (

    select
        coalesce(now.finding_id, was.finding_id) as finding_id,
        coalesce(now.rule_id, was.rule_id) as rule_id,
        coalesce(now.kind, was.kind) as kind,
        coalesce(now.scope, was.scope) as scope,
        coalesce(now.person_id, was.person_id) as person_id,
        coalesce(now.household_id, was.household_id) as household_id,
        was.household_id as was_household_id,
        coalesce(now.programme_id, was.programme_id) as programme_id,
        coalesce(now.other_programme_id, was.other_programme_id)
            as other_programme_id,
        coalesce(now.review_agency, was.review_agency) as review_agency,
        case
            when was.finding_id is null then 'came'
            when now.finding_id is null then 'went'
            else 'amount'
        end as change_kind,
        was.monthly_amount_at_stake as was_amount,
        now.monthly_amount_at_stake as amount,
        was.match_method as was_match_method,
        now.match_method

    from was
    full outer join now
        on was.finding_id = now.finding_id
    where
        was.finding_id is null
        or now.finding_id is null
        or was.monthly_amount_at_stake is distinct from now.monthly_amount_at_stake

)

select
    paired.*,
    last_week.was_on,
    last_week.as_of_date

from paired
inner join {{ ref('last_week') }} as last_week
    on last_week.was_on is not null
