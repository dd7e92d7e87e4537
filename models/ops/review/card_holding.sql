with

card_move as (

    select * from {{ ref('card_move') }}

),

-- The cards that somebody left or came to, in the drop that says so and the one before.
asked as (

    select
        batch_date,
        previous_no_kk as no_kk
    from card_move
    union
    select
        batch_date,
        no_kk
    from card_move
    union
    select
        previous_batch_date as batch_date,
        no_kk
    from card_move

),

landed as (

    select
        landed.batch_date,
        left(landed.no_kk, 16) as no_kk,
        {{ word_key('landed.status_penduduk') }} as written_life_status

    from {{ source('dukcapil', 'resident') }} as landed
    inner join {{ ref('registry_drop') }} as registry_drop
        on landed.file_id = registry_drop.file_id
    inner join asked
        on
            landed.batch_date = asked.batch_date
            and left(landed.no_kk, 16) = asked.no_kk

)

select
    landed.batch_date,
    landed.no_kk,
    count(*) filter (
        where coalesce(life_status_word.meaning, 'active') = 'active'
    ) as present_count

from landed
{{ join_word('life_status', 'written_life_status', 'landed') }}
group by
    landed.batch_date,
    landed.no_kk
