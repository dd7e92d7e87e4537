with

carrier as (

    select * from {{ ref('number_carrier') }}

),

owner as (

    select * from {{ ref('number_owner') }}

)

-- The same proof that attaches a row to the owner of its number: the name, or the card
-- and the birth date together.
select
    carrier.source_row_id,
    carrier.role,
    carrier.source,
    carrier.table_name,
    carrier.batch_date,
    owner.person_id,
    owner.source_row_id as owner_row_id,
    coalesce(
        carrier.birth_date != owner.birth_date
        and {{ likeness('carrier.name_normalised', 'owner.name_normalised') }}
        < {{ var("same_name_likeness").on_same_birth_date }},
        false
    ) as is_plain

from carrier
inner join owner
    on carrier.nik = owner.nik
where
    not {{ is_same_person('carrier', 'owner') }}
    and not coalesce(
        carrier.no_kk = owner.no_kk and carrier.birth_date = owner.birth_date, false
    )
