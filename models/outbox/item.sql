with

followed as (

    select * from {{ ref('followed_item') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

-- What is answered is not asked again while its facts are the same, unless it was
-- agreed and the list came again as it was.
select
    followed.item_id,
    followed.agency_id,
    followed.kind,
    row_number() over (
        partition by followed.agency_id, followed.kind
        order by
            followed.settles desc nulls last,
            followed.need asc nulls last,
            followed.certainty desc nulls last,
            followed.monthly_amount desc nulls last,
            followed.item_id asc
    ) as item_rank,
    followed.subject_id,
    followed.source,
    followed.table_name,
    followed.batch_date,
    followed.own_file,
    followed.line,
    followed.source_row_id,
    followed.own_number,
    followed.nik,
    followed.no_kk,
    followed.full_name,
    followed.birth_date,
    followed.place,
    followed.district_code,
    followed.district_name,
    followed.programme_id,
    followed.column_name,
    followed.current_value,
    followed.proposed_value,
    followed.evidence,
    followed.reason_id,
    followed.says_id,
    followed.says_en,
    followed.basis,
    followed.monthly_amount,
    followed.settles,
    followed.certainty,
    followed.seal,
    followed.follow_up,
    followed.answer,
    followed.answered_on,
    {{ days_between('followed.answered_on', 'as_of.as_of_date') }} as days_since_answer

from followed
cross join as_of
where followed.follow_up not in ('rejected', 'answered')
