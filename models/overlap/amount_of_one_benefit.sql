with

ranked as (

    select * from {{ ref('finding_rank') }}
    where counted_programme_id is not null

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
    ranked.scope,
    ranked.family_id,
    ranked.household_id,
    ranked.counted_programme_id,
    ranked.period,
    cast(case
        when ranked.precedence > 1 then 0
        when
            ranked.scope = 'person'
            or ranked.period is not null
            or by_person.amount is null
            then ranked.monthly_amount_at_stake
        else greatest(ranked.monthly_amount_at_stake - by_person.amount, 0)
    end as bigint) as amount

from ranked
left join by_person
    on
        ranked.household_id = by_person.household_id
        and ranked.counted_programme_id = by_person.counted_programme_id
