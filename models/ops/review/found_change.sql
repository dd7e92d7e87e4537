{{ config(materialized='view') }}

with

family_change as (

    select
        *,
        moved_count || ' moved, ' || left_count || ' stayed' as evidence
    from {{ ref('family_change') }}

)

select
    change_kind,
    batch_date,
    first_nik,
    previous_nik,
    no_kk,
    former_no_kk,
    evidence
from {{ ref('number_change') }}

union all

-- Who moves to a family that was there moves alone; other changes are of a card, and no
-- day is that of their move.
select
    family_change.change_kind,
    family_change.batch_date,
    card_move.first_nik,
    cast(null as varchar) as previous_nik,
    family_change.no_kk,
    family_change.previous_no_kk as former_no_kk,
    family_change.evidence
from family_change
left join {{ ref('card_move') }} as card_move
    on
        case
            when family_change.change_kind = 'moved_family'
                then family_change.batch_date
        end = card_move.batch_date
        and family_change.no_kk = card_move.no_kk
        and family_change.previous_no_kk = card_move.previous_no_kk
        and card_move.is_present
