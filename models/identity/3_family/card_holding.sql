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

read as (

    select
        written.batch_date,
        left(written.card_as_written, 16) as no_kk,
        {{ word_key('written.life_status_as_written') }} as written_life_status

    from {{ ref('register_row') }} as written
    inner join {{ ref('registry_drop') }} as registry_drop
        on written.file_id = registry_drop.file_id
    inner join asked
        on
            written.batch_date = asked.batch_date
            and left(written.card_as_written, 16) = asked.no_kk

)

select
    read.batch_date,
    read.no_kk,
    count(*) filter (
        where coalesce(life_status_word.meaning, 'active') = 'active'
    ) as present_count

from read
{{ join_word('life_status', 'written_life_status', 'read') }}
group by
    read.batch_date,
    read.no_kk
