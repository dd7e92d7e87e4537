with

landed as (

    {{ rows_in_force('outbox', 'answer') }}

),

typed as (

    select
        *,
        {{ read_date('outbox.answer', 'tanggal') }} as decided_on_date,
        {{ word_key('jawaban') }} as written_answer
    from landed

)

select
    {{ passed_through('typed') }},
    {{ returned_key('typed.id_butir') }} as item_id,
    follow_up_word.meaning as answer,
    {{ tidy_name('alasan') }} as reason,
    {{ tidy_name('oleh') }} as decided_by,
    typed.decided_on_date as decided_on,
    {{ notes_and_unread(
        bad_date={'typed.tanggal': 'typed.decided_on_date'},
        unknown_word={'typed.jawaban': 'follow_up_word.written'},
    ) }}

from typed
{{ join_word('follow_up', 'written_answer', 'typed') }}
