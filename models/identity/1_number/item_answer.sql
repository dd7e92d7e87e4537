with

-- Of every drop so far: an answer holds, whether or not its workbook is sent again.
landed as (

    select
        lower(trim(answer.id_butir)) as item_id,
        {{ facts_of_seal('answer.sidik') }} as facts_id,
        follow_up.meaning as answer,
        {{ tidy_name('answer.alasan') }} as reason,
        {{ tidy_name('answer.oleh') }} as answered_by,
        {{ parse_date('answer.tanggal', pivot='answer.batch_date') }} as written_on,
        answer.batch_date,
        answer.source_row_id

    from {{ source('outbox', 'answer') }} as answer
    inner join {{ ref('as_of') }} as as_of
        on answer.batch_date <= as_of.as_of_date
    inner join {{ ref('source_word') }} as follow_up
        on
            follow_up.word_list = 'follow_up'
            and {{ word_key('answer.jawaban') }} = {{ word_key('follow_up.written') }}

),

-- Nobody answers after the drop that brought the answer.
dated as (

    select
        *,
        case when written_on <= batch_date then written_on end as answered_on
    from landed
    where item_id is not null

),

last_said as (

    select * from dated
    qualify rank() over (
        partition by item_id
        order by coalesce(answered_on, batch_date) desc, batch_date desc
    ) = 1

)

-- The last answer counts, with all that it says; of two on one day that differ neither.
select
    item_id,
    max_by(facts_id, source_row_id) as facts_id,
    case when min(answer) = max(answer) then min(answer) else 'contradicted' end
        as answer,
    max_by(reason, source_row_id) as reason,
    max_by(answered_by, source_row_id) as answered_by,
    max(answered_on) as answered_on,
    max(batch_date) as batch_date

from last_said
group by item_id
