with

-- Of every drop so far: an answer holds, whether or not its workbook is sent again.
landed as (

    select
        lower(trim(answer.id_butir)) as item_id,
        follow_up.meaning as answer,
        {{ tidy_name('answer.alasan') }} as reason,
        {{ tidy_name('answer.oleh') }} as answered_by,
        {{ parse_date('answer.tanggal', pivot='answer.batch_date') }} as answered_on,
        answer.batch_date,
        concat_ws(
            '/',
            {{ parse_date('answer.tanggal', pivot='answer.batch_date') }},
            answer.batch_date,
            answer.source_row_id
        ) as recency

    from {{ source('outbox', 'answer') }} as answer
    inner join {{ ref('as_of') }} as as_of
        on answer.batch_date <= as_of.as_of_date
    inner join {{ ref('source_word') }} as follow_up
        on
            follow_up.word_list = 'follow_up'
            and {{ word_key('answer.jawaban') }} = {{ word_key('follow_up.written') }}

)

-- The last answer counts, with all that it says.
select
    item_id,
    answer,
    reason,
    answered_by,
    answered_on,
    batch_date

from landed
where item_id is not null
qualify row_number() over (partition by item_id order by recency desc) = 1
