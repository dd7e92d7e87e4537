with

own_number as (

    select * from {{ ref('own_number') }}

),

person as (

    select * from {{ ref('dim_person') }}

),

card as (

    select * from {{ ref('card_told_by') }}

),

-- What is read in the own row stands before what others know.
proposed as (

    select
        own_number.*,
        coalesce(
            {{ shown('person.nik', 'told_by.nik_by', 'nik') }},
            case when own_number.nik_repair is not null then own_number.nik end
        ) as proposed_nik,
        coalesce(
            case when own_number.no_kk_repair is not null then own_number.no_kk end,
            case
                when own_number.no_kk is null
                    then {{ shown('card.no_kk', 'card.card_by', 'no_kk') }}
            end
        ) as proposed_no_kk

    from own_number
    {{ join_entitled('own_number.agency_id') }}
    left join person
        on own_number.person_id = person.person_id
    left join {{ ref('told_by') }} as told_by
        on own_number.person_id = told_by.person_id
    left join card
        on own_number.household_id = card.household_id

),

asked as (

    select
        *,
        'nik' as field,
        nik as read_value,
        proposed_nik as proposed_value
    from proposed

    union all by name

    select
        *,
        'no_kk' as field,
        no_kk as read_value,
        proposed_no_kk as proposed_value
    from proposed

)

select
    agency_id,
    source_row_id,
    role,
    person_id,
    household_id,
    field,
    proposed_value,
    match_method,
    score

from asked
where proposed_value is not null or read_value is null
