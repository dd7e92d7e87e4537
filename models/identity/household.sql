with

resident as (

    select * from {{ ref('resident') }}

),

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

family as (

    select * from {{ ref('stg_bps__dtsen_family') }}

),

pseudonym_key as (

    select * from {{ source('selaras', 'pseudonym_key') }}

),

card as (

    select no_kk from resident
    union
    select no_kk from member
    union
    select no_kk from family

),

-- A family that moved is still in the older file of another city; the newer file tells.
described as (

    select
        no_kk,
        max_by(source_row_id, concat_ws('/', batch_date, source_row_id))
            as family_row_id

    from family
    group by no_kk

)

select
    {{ pseudonym('h', 'pseudonym_key.pseudonym_key', 'card.no_kk') }} as household_id,
    card.no_kk,
    described.family_row_id

from card
cross join pseudonym_key
left join described
    on card.no_kk = described.no_kk
where card.no_kk is not null
