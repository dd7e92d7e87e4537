with

list_row as (

    select * from {{ ref('listed_name') }}

),

card as (

    select no_kk from {{ ref('family_card') }}

),

-- A number in the wrong column is told by the register that knows it: a family card
-- that is somebody's person number, or a person number that is a family card. There are
-- few of either.
person_as_card as (

    select * from {{ ref('known_number') }}
    where nik in (select list_row.no_kk from list_row)

),

card_as_person as (

    select * from card
    where no_kk in (select list_row.nik from list_row)

)

select
    list_row.source_row_id,
    list_row.role,
    list_row.unit,
    list_row.name_normalised,
    list_row.birth_date,
    coalesce(own.person_id, from_card.person_id) as person_id,
    coalesce(own.latest_nik, from_card.latest_nik) as nik,
    case
        when own.nik = own.latest_nik then list_row.nik_repair
        when own.nik is not null then 'renumbered'
        when from_card.nik is not null then 'swapped'
    end as nik_repair,
    coalesce(card.no_kk, from_nik.no_kk) as no_kk,
    case
        when card.no_kk is not null then list_row.no_kk_repair
        when from_nik.no_kk is not null then 'swapped'
    end as no_kk_repair

from list_row
left join {{ ref('known_number') }} as own
    on list_row.nik = own.nik
left join person_as_card as from_card
    on list_row.no_kk = from_card.nik
left join card
    on list_row.no_kk = card.no_kk
left join card_as_person as from_nik
    on list_row.nik = from_nik.no_kk
