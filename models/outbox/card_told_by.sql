with

household as (

    select * from {{ ref('dim_household') }}

),

card as (

    select distinct no_kk
    from {{ ref('register_name') }}
    where source = 'dukcapil' and no_kk is not null

)

select
    household.household_id,
    household.no_kk,
    {{ told_by('card.no_kk is not null') }} as card_by

from household
left join card
    on household.no_kk = card.no_kk
