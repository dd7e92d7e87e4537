with

landed as (

    {{ rows_in_force('dinsos', 'decision') }}

),

typed as (

    select
        *,
        {{ parse_date('decided_on') }} as decided_on_date
    from landed

)

select
    {{ passed_through('typed') }},
    lower(trim(subject_id)) as subject_id,
    lower(trim(decision)) as decision,
    {{ tidy_name('decided_by') }} as decided_by,
    decided_on_date as decided_on,
    {{ tidy_name('note') }} as note,
    {{ notes([
        unread_note('bad_date', {'typed.decided_on': 'decided_on_date'}),
        two_digit_year_note(['typed.decided_on']),
    ]) }} as notes

from typed
