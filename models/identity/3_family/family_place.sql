-- The card of the family that each family row describes: its own where people live
-- under it, else the one that its people or its head lead to.
with

lived_in as (

    select distinct no_kk from {{ ref('person_card') }}

),

-- A card that is another family's says nothing of this one.
family as (

    select
        family.* exclude (no_kk),
        case when wrong.source_row_id is null then family.no_kk end as no_kk

    from {{ ref('stg_bps__dtsen_family') }} as family
    left join {{ ref('family_on_wrong_card') }} as wrong
        on family.source_row_id = wrong.source_row_id

),

moved as (

    select * from {{ ref('moved_card') }}

),

linked as (

    select * from {{ ref('family_link') }}

)

select
    family.source_row_id,
    family.batch_date,
    family.no_kk as written_no_kk,
    coalesce(lived_in.no_kk, moved.no_kk, linked.no_kk, family.no_kk) as no_kk,
    case
        when lived_in.no_kk is null and moved.no_kk is not null then 'repaired'
        when lived_in.no_kk is null and linked.no_kk is not null
            then linked.match_method
        when family.no_kk is null then 'unmatched'
        when family.no_kk_repair is null then 'exact'
        else 'repaired'
    end as match_method,
    linked.score,
    linked.candidate_id,
    linked.candidate_count

from family
left join lived_in
    on family.no_kk = lived_in.no_kk
left join moved
    on family.no_kk = moved.former_no_kk
left join linked
    on family.source_row_id = linked.source_row_id
