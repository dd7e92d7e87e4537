-- Which family a card leads to: its own, or that of the card which took its place.
with

led as (

    select
        no_kk as written_no_kk,
        no_kk
    from {{ ref('person_card') }}

    union

    select
        former_no_kk as written_no_kk,
        no_kk
    from {{ ref('moved_card') }}

    union

    select
        written_no_kk,
        no_kk
    from {{ ref('family_place') }}
    where written_no_kk is not null

)

select
    led.written_no_kk as no_kk,
    min(led.no_kk) as family_no_kk,
    {{ pseudonym('h', 'min(pseudonym_key.pseudonym_key)', 'min(led.no_kk)') }}
        as household_id

from led
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
group by led.written_no_kk
