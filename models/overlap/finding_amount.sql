with

of_one_benefit as (

    select * from {{ ref('amount_of_one_benefit') }}

),

ranked as (

    select * from {{ ref('finding_rank') }}
    where counted_programme_id is null

),

by_family as (

    select
        family_id,
        sum(amount) as amount

    from of_one_benefit
    where period is null
    group by family_id

)

select
    finding_id,
    amount as monthly_amount_counted
from of_one_benefit

union all

-- One about several benefits adds only what no other finding on the family counted.
select
    ranked.finding_id,
    cast(case
        when ranked.precedence > 1 then 0
        else greatest(
            ranked.monthly_amount_at_stake - coalesce(by_family.amount, 0), 0
        )
    end as bigint) as monthly_amount_counted

from ranked
left join by_family
    on ranked.family_id = by_family.family_id
