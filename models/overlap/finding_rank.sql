{{ config(materialized='view') }}

with

finding as (

    select
        *,
        coalesce(household_id, person_id) as family_id
    from {{ ref('finding') }}
    where monthly_amount_at_stake is not null

)

-- The same benefit of the same person, or family, is at stake once: where it is most.
-- What is about several benefits has no person or scope of its own.
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
