with recursive

renewed as (

    select
        previous_no_kk,
        no_kk,
        batch_date

    from {{ ref('family_change') }}
    where change_kind = 'card_renewed'

),

chain as (

    select
        renewed.no_kk,
        renewed.batch_date,
        renewed.previous_no_kk as first_no_kk

    from renewed
    left join renewed as earlier
        on
            renewed.previous_no_kk = earlier.no_kk
            and renewed.batch_date > earlier.batch_date
    where earlier.no_kk is null

    union all

    select
        renewed.no_kk,
        renewed.batch_date,
        chain.first_no_kk

    from chain
    inner join renewed
        on
            chain.no_kk = renewed.previous_no_kk
            and chain.batch_date < renewed.batch_date

),

followed as (

    select
        no_kk,
        max_by(first_no_kk, batch_date) as first_no_kk
    from chain
    group by no_kk

)

-- Under the card of the first drop, so that a new card changes no id.
select
    {{ pseudonym('h', 'pseudonym_key.pseudonym_key', 'followed.no_kk') }}
        as household_id,
    {{ pseudonym('h', 'pseudonym_key.pseudonym_key', 'followed.first_no_kk') }}
        as first_household_id

from followed
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
