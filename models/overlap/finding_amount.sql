with

finding as (

    select
        *,
        coalesce(household_id, person_id) as family_id
    from {{ ref('finding') }}
    where monthly_amount_at_stake is not null

),

-- The same benefit of the same person, or family, is at stake once: where it is most.
-- What is about several benefits has no person or scope of its own.
ranked as (

    select
        finding_id,
        scope,
        family_id,
        household_id,
        counted_programme_id,
        period,
        monthly_amount_at_stake,
        row_number() over (
            partition by
                case when counted_programme_id is not null then scope end,
                coalesce(
                    case
                        when counted_programme_id is null then family_id
                        when scope = 'person' then person_id
                        else household_id
                    end,
                    finding_id
                ),
                counted_programme_id,
                period
            order by monthly_amount_at_stake desc, finding_id asc
        ) as precedence

    from finding

),

by_person as (

    select
        household_id,
        counted_programme_id,
        sum(monthly_amount_at_stake) as amount

    from ranked
    where scope = 'person' and precedence = 1 and period is null
    group by
        household_id,
        counted_programme_id

),

-- A finding about a family adds only what its members' own findings did not count.
of_one_benefit as (

    select
        ranked.finding_id,
        ranked.family_id,
        ranked.period,
        case
            when ranked.precedence > 1 then 0
            when
                ranked.scope = 'person'
                or ranked.period is not null
                or by_person.amount is null
                then ranked.monthly_amount_at_stake
            else greatest(ranked.monthly_amount_at_stake - by_person.amount, 0)
        end as amount

    from ranked
    left join by_person
        on
            ranked.household_id = by_person.household_id
            and ranked.counted_programme_id = by_person.counted_programme_id
    where ranked.counted_programme_id is not null

),

by_family as (

    select
        family_id,
        sum(amount) as amount

    from of_one_benefit
    where period is null
    group by family_id

),

-- And one about several benefits only what no other finding on the family counted.
of_several as (

    select
        ranked.finding_id,
        case
            when ranked.precedence > 1 then 0
            else greatest(
                ranked.monthly_amount_at_stake - coalesce(by_family.amount, 0), 0
            )
        end as amount

    from ranked
    left join by_family
        on ranked.family_id = by_family.family_id
    where ranked.counted_programme_id is null

)

select
    finding_id,
    cast(amount as bigint) as monthly_amount_counted
from of_one_benefit

union all

select
    finding_id,
    cast(amount as bigint) as monthly_amount_counted
from of_several
