with

landed as (

    {{ rows_in_force('dinsos', 'decision') }}

),

typed as (

    select
        *,
        {{ read_date('dinsos.decision', 'decided_on') }} as decided_on_date,
        {{ word_key('decision') }} as written_decision
    from landed

)

select
    {{ passed_through('typed') }},
    {{ returned_key('typed.subject_id') }} as subject_id,
    coalesce(decision_word.meaning, {{ spelt_as_id('typed.decision') }}) as decision,
    {{ tidy_name('decided_by') }} as decided_by,
    typed.decided_on_date as decided_on,
    {{ tidy_name('note') }} as note,
    {{ notes_and_unread(
        bad_date={'typed.decided_on': 'typed.decided_on_date'},
        unknown_word={'typed.decision': 'decision_word.written'},
    ) }}

from typed
{{ join_word('decision', 'written_decision', 'typed') }}
