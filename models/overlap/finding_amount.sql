with

finding as (

    select * from {{ ref('finding') }}
    where monthly_amount_at_stake is not null

),

-- The same benefit of the same person, or family, is at stake once: where it is most.
ranked as (

    select
        finding_id,
        scope,
        household_id,
        counted_programme_id,
        period,
        monthly_amount_at_stake,
        row_number() over (
            partition by
                scope,
                coalesce(
                    case when scope = 'person' then person_id else household_id end,
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

)

-- A finding about a family adds only what its members' own findings did not count.
select
    ranked.finding_id,
    cast(case
        when ranked.precedence > 1 then 0
        when
            ranked.scope = 'person'
            or ranked.period is not null
            or by_person.amount is null
            then ranked.monthly_amount_at_stake
        else greatest(ranked.monthly_amount_at_stake - by_person.amount, 0)
    end as bigint) as monthly_amount_counted

from ranked
left join by_person
    on
        ranked.household_id = by_person.household_id
        and ranked.counted_programme_id = by_person.counted_programme_id
