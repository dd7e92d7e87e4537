with

card as (

    select distinct
        household_id,
        family_no_kk as no_kk

    from {{ ref('family_card') }}

),

-- A row with the card itself tells more than one that leads to it. A family that moved
-- is still in the older file of another city; the newer file tells.
described as (

    select
        no_kk,
        max_by(
            source_row_id,
            concat_ws(
                '/',
                case when no_kk = written_no_kk then '1' else '0' end,
                batch_date,
                source_row_id
            )
        ) as family_row_id

    from {{ ref('family_place') }}
    where no_kk is not null
    group by no_kk

)

select
    card.household_id,
    card.no_kk,
    described.family_row_id

from card
left join described
    on card.no_kk = described.no_kk
