-- Residents whom no member of the national register leads to by a number or by card,
-- name and birth date together.
with

claimed as (

    select nik from {{ ref('member_number') }}
    where is_registered
    union
    select nik from {{ ref('member_by_card') }}

),

unclaimed as (

    select
        {{ pseudonym(
            'p', 'pseudonym_key.pseudonym_key',
            'coalesce(renumbered.first_nik, resident.nik)'
        ) }} as known_id,
        resident.nik,
        resident.no_kk,
        resident.name_normalised as name,
        resident.birth_date,
        resident.sex,
        resident.region_code

    from {{ ref('resident') }} as resident
    cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
    left join {{ ref('renumbered') }} as renumbered
        on resident.nik = renumbered.nik
    left join claimed
        on resident.nik = claimed.nik
    where claimed.nik is null

)

{{ comparable('unclaimed', ['known_id']) }}
