-- People of families on which the national register has no row.
with

described as (

    select no_kk from {{ ref('stg_bps__dtsen_family') }}
    where no_kk is not null
    union
    select moved_card.no_kk
    from {{ ref('stg_bps__dtsen_family') }} as family
    inner join {{ ref('moved_card') }} as moved_card
        on family.no_kk = moved_card.former_no_kk

)

select
    person.known_id,
    person.nik,
    person.no_kk,
    person.name,
    person.name_key,
    person.first_word,
    person.last_word,
    person.birth_date,
    person.birth_digits,
    person.birth_month,
    person.sex,
    person.region_code

from {{ ref('person_record') }} as person
left join described
    on person.no_kk = described.no_kk
where person.no_kk is not null and described.no_kk is null
