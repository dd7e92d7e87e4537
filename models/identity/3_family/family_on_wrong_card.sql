-- Of several family rows with one card, those whose head nobody on it resembles,
-- although somebody resembles that of another row: their card was written wrong.
with

repeated as (

    select no_kk
    from {{ ref('stg_bps__dtsen_family') }}
    where no_kk is not null
    group by no_kk
    having count(*) > 1

),

headed as (

    select
        family.source_row_id,
        family.no_kk,
        bool_or(
            {{ likeness('family.head_name_normalised', 'person.name') }}
            >= {{ var("same_name_likeness").on_same_birth_date }}
        ) as is_of_the_card

    from {{ ref('stg_bps__dtsen_family') }} as family
    inner join repeated
        on family.no_kk = repeated.no_kk
    inner join {{ ref('person_record') }} as person
        on family.no_kk = person.no_kk
    where family.head_name_normalised is not null
    group by
        family.source_row_id,
        family.no_kk

),

told as (

    select
        source_row_id,
        is_of_the_card,
        bool_or(is_of_the_card) over (partition by no_kk) as is_told

    from headed

)

select source_row_id
from told
where is_told and not is_of_the_card
