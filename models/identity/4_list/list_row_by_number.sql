-- The birth date is part of the number, so it proves little: the name has to agree, or
-- the card and the birth date together. Other numbers were borrowed or mistyped and are
-- left for scores and people to decide, and so are numbers beside the name of somebody
-- else on the card of their owner, such as a twin, or of a namesake of the same day on
-- the card of the row.
with

list_row as (

    select * from {{ ref('list_row_number') }}

),

known as (

    select
        known_id as person_id,
        no_kk,
        name as name_normalised,
        birth_date
    from {{ ref('person_record') }}

)

select
    list_row.source_row_id,
    list_row.role,
    known.person_id,
    case when list_row.nik_repair is null then 'exact' else 'repaired' end
        as match_method

from list_row
inner join known
    on list_row.person_id = known.person_id
left join known as namesake
    on
        known.no_kk = namesake.no_kk
        and known.person_id != namesake.person_id
        and list_row.name_normalised = namesake.name_normalised
        and list_row.name_normalised != known.name_normalised
left join known as double_of
    on
        list_row.no_kk = double_of.no_kk
        and list_row.no_kk != known.no_kk
        and known.person_id != double_of.person_id
        and list_row.name_normalised = double_of.name_normalised
        and list_row.birth_date = double_of.birth_date
where
    namesake.person_id is null
    and double_of.person_id is null
    and (
        {{ is_same_person('list_row', 'known') }}
        or (
            list_row.no_kk = known.no_kk
            and list_row.birth_date = known.birth_date
        )
    )
