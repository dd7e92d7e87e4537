with

linked as (

    select * from {{ ref('family_candidate') }}
    where match_method is not null

),

-- Two rows that lead to one family prove neither, unless people said so.
placed as (

    select
        linked.*,
        person_card.no_kk,
        count(*) over (partition by person_card.no_kk) as rivals

    from linked
    inner join {{ ref('person_card') }} as person_card
        on linked.known_id = person_card.person_id

)

select
    unsettled.source_row_id,
    placed.record_id,
    placed.candidate_id,
    placed.no_kk,
    placed.match_method,
    placed.score,
    placed.candidate_count

from placed
inner join {{ ref('family_unsettled') }} as unsettled
    on placed.record_id = unsettled.record_id
where placed.rivals = 1 or placed.match_method = 'decided'
