{{ config(materialized='view') }}

with

matched as (

    select
        named.*,
        named.match_method in ('exact', 'repaired', 'decided') as is_sure,
        way.weakness

    from {{ ref('list_row_person') }} as named
    {{ join_weakness('named.match_method') }}

)

select
    list_row.source_row_id,
    list_row.role,
    list_row.unit,
    case
        when card.no_kk != card.family_no_kk then 'moved'
        else list_row.no_kk_repair
    end as no_kk_repair,
    card.household_id as card_household_id,
    matched.person_id,
    matched.household_id,
    matched.match_method,
    matched.is_sure,
    matched.weakness,
    matched.score

from {{ ref('list_row_number') }} as list_row
left join {{ ref('family_card') }} as card
    on list_row.no_kk = card.no_kk
left join matched
    on
        list_row.source_row_id = matched.source_row_id
        and list_row.role = matched.role
