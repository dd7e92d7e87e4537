{{ config(materialized='view') }}

with

linked as (

    select
        unsettled.source_row_id,
        resident.nik,
        link.match_method,
        link.score,
        link.candidate_id,
        link.candidate_count

    from {{ ref('member_unsettled') }} as unsettled
    inner join {{ ref('member_candidate') }} as link
        on
            unsettled.record_id = link.record_id
            and link.match_method is not null
    inner join {{ ref('resident_record') }} as resident
        on link.known_id = resident.known_id

)

select
    member.source_row_id,
    by_number.nik as own_nik,
    coalesce(by_card.nik, linked.nik, by_number.nik) as nik,
    case
        when by_card.nik is not null then 'repaired'
        when linked.nik is not null then linked.match_method
        else by_number.match_method
    end as match_method,
    linked.score,
    linked.candidate_id,
    linked.candidate_count

from {{ ref('stg_bps__dtsen_member') }} as member
left join {{ ref('member_number') }} as by_number
    on member.source_row_id = by_number.source_row_id
left join {{ ref('member_by_card') }} as by_card
    on member.source_row_id = by_card.source_row_id
left join linked
    on member.source_row_id = linked.source_row_id
