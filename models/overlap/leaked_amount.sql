with

leaked as (

    select * from {{ ref('leaked_verdict') }}
    where monthly_amount_at_stake is not null

),

counted as (

    select
        household_id,
        counted_programme_id as programme_id,
        sum(amount) as amount

    from {{ ref('amount_of_one_benefit') }}
    where scope = 'household' and period is null
    group by
        household_id,
        counted_programme_id

),

added_up as (

    select
        cause_id,
        household_id,
        programme_id,
        monthly_amount_at_stake,
        sum(monthly_amount_at_stake) over (
            partition by coalesce(household_id, cause_id), programme_id
            order by cause_id
        ) as up_to_this

    from leaked

)

-- Of what leaks to a family, only what no finding on the family as a whole counted.
select
    added_up.cause_id,
    cast(
        greatest(added_up.up_to_this - coalesce(counted.amount, 0), 0)
        - greatest(
            added_up.up_to_this
            - added_up.monthly_amount_at_stake
            - coalesce(counted.amount, 0),
            0
        )
        as bigint
    ) as monthly_amount_counted

from added_up
left join counted
    on
        added_up.household_id = counted.household_id
        and added_up.programme_id = counted.programme_id
