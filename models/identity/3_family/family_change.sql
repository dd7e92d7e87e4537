with

card_move as (

    select * from {{ ref('card_move') }}
    where is_present

),

card_holding as (

    select * from {{ ref('card_holding') }}

),

went_together as (

    select
        batch_date,
        previous_batch_date,
        previous_no_kk,
        no_kk,
        count(*) as moved_count

    from card_move
    group by
        batch_date,
        previous_batch_date,
        previous_no_kk,
        no_kk

),

compared as (

    select
        went_together.*,
        coalesce(behind.present_count, 0) as left_count,
        former.no_kk is null as is_new_card,
        count(*) over (
            partition by went_together.batch_date, went_together.previous_no_kk
        ) as destination_count

    from went_together
    left join card_holding as behind
        on
            went_together.batch_date = behind.batch_date
            and went_together.previous_no_kk = behind.no_kk
    left join card_holding as former
        on
            went_together.previous_batch_date = former.batch_date
            and went_together.no_kk = former.no_kk

),

emptied as (

    select
        *,
        left_count = 0 and destination_count = 1 as went_as_a_whole,
        count(*) filter (where left_count = 0 and destination_count = 1) over (
            partition by batch_date, no_kk
        ) as whole_count

    from compared

)

select
    batch_date,
    previous_no_kk,
    no_kk,
    moved_count,
    left_count,
    case
        when went_as_a_whole and is_new_card and whole_count = 1 then 'card_renewed'
        when went_as_a_whole and (is_new_card or moved_count > 1) then 'families_merged'
        when is_new_card then 'family_split'
        else 'moved_family'
    end as change_kind

from emptied
