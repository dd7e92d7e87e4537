-- The birth date is part of the number, so it proves little: the name has to agree, or
-- the card and the birth date together. Other numbers were borrowed or mistyped and are
-- left for scores and people to decide.
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
where
    {{ is_same_person('list_row', 'known') }}
    or (
        list_row.no_kk = known.no_kk
        and list_row.birth_date = known.birth_date
    )
