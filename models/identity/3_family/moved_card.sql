-- A card of the national register that nobody lives under any more, although all whom
-- it names live under one other card: it was renewed, or written wrong.
with

person_card as (

    select * from {{ ref('person_card') }}

),

lived_in as (

    select distinct no_kk from person_card

),

followed as (

    select
        member.no_kk as former_no_kk,
        min(person_card.no_kk) as no_kk,
        max(person_card.no_kk) as last_no_kk

    from {{ ref('stg_bps__dtsen_member') }} as member
    left join lived_in
        on member.no_kk = lived_in.no_kk
    inner join {{ ref('member_person') }} as member_person
        on member.source_row_id = member_person.source_row_id
    inner join {{ ref('person') }} as person
        on member_person.person_key = person.person_key
    inner join person_card
        on person.person_id = person_card.person_id
    where member.no_kk is not null and lived_in.no_kk is null
    group by member.no_kk

)

select
    former_no_kk,
    no_kk

from followed
where no_kk = last_no_kk
