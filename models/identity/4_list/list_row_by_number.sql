-- The birth date is part of the number, so it proves little: the name has to agree, or
-- the card and the birth date together. Other numbers were borrowed or mistyped and are
-- left for scores and people to decide, and so are numbers beside the name of somebody
-- else on the card of their owner, such as a twin, or of a namesake of the same day on
-- the card of the row.
with

known as (

    select
        known_id as person_id,
        no_kk,
        name as name_normalised,
        birth_date
    from {{ ref('person_record') }}

),

named as (

    select
        list_row.*,
        known.no_kk as known_no_kk,
        known.name_normalised as known_name

    from {{ ref('list_row_number') }} as list_row
    inner join known
        on list_row.person_id = known.person_id
    where
        {{ is_same_person('list_row', 'known') }}
        or (
            list_row.no_kk = known.no_kk
            and list_row.birth_date = known.birth_date
        )

),

-- Inner joins by name and card: an outer one with a condition on its own side alone
-- would compare every row with every person.
of_somebody_else as (

    select
        named.source_row_id,
        named.role
    from named
    inner join known as namesake
        on
            named.known_no_kk = namesake.no_kk
            and named.name_normalised = namesake.name_normalised
    where
        named.person_id != namesake.person_id
        and named.name_normalised != named.known_name

    union

    select
        named.source_row_id,
        named.role
    from named
    inner join known as double_of
        on
            named.no_kk = double_of.no_kk
            and named.name_normalised = double_of.name_normalised
            and named.birth_date = double_of.birth_date
    where
        named.person_id != double_of.person_id
        and named.no_kk != named.known_no_kk

)

select
    named.source_row_id,
    named.role,
    named.person_id,
    case when named.nik_repair is null then 'exact' else 'repaired' end as match_method

from named
left join of_somebody_else
    on
        named.source_row_id = of_somebody_else.source_row_id
        and named.role = of_somebody_else.role
where of_somebody_else.source_row_id is null
