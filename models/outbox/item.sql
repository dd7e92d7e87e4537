with

-- What is answered is not asked again while its facts are the same, unless it was
-- agreed and the list came again as it was.
asked as (

    select
        *,
        row_number() over (
            partition by agency_id, kind
            order by
                settles desc nulls last,
                need asc nulls last,
                certainty desc nulls last,
                monthly_amount desc nulls last,
                item_id asc
        ) as item_rank
    from {{ ref('followed_item') }}
    where follow_up not in ('rejected', 'answered')

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    asked.item_id,
    asked.agency_id,
    asked.kind,
    asked.item_rank,
    raised.subject_id,
    whom.source,
    whom.table_name,
    whom.batch_date,
    whom.own_file,
    whom.line,
    whom.source_row_id,
    whom.own_number,
    whom.nik,
    whom.no_kk,
    whom.full_name,
    whom.birth_date,
    whom.place,
    whom.district_code,
    whom.district_name,
    raised.programme_id,
    raised.column_name,
    raised.current_value,
    raised.proposed_value,
    raised.evidence,
    raised.reason_id,
    reason.says_id,
    reason.says_en,
    reason.basis,
    asked.monthly_amount,
    asked.settles,
    asked.certainty,
    {{ seal_of_item('raised', 'kept.pseudonym_key') }} as seal,
    asked.follow_up,
    asked.answer,
    asked.answered_on,
    {{ days_between('asked.answered_on', 'as_of.as_of_date') }} as days_since_answer

from asked
inner join {{ ref('raised') }} as raised
    on asked.item_id = raised.item_id
inner join {{ ref('identified_item') }} as whom
    on asked.item_id = whom.item_id
left join {{ ref('item_text') }} as reason
    on raised.text_id = reason.text_id
cross join as_of
cross join {{ source('selaras', 'pseudonym_key') }} as kept
