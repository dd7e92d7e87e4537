with

leaked as (

    select * from {{ ref('open_cause') }}
    where cause = 'verdict' and is_reason_shown

),

told as (

    select
        leaked.agency as agency_id,
        'verification' as kind,
        leaked.cause_id as subject_id,
        leaked.person_id,
        leaked.household_id,
        leaked.programme_id,
        leaked.source_row_id,
        leaked.role,
        cast(null as varchar) as column_name,
        cast(null as varchar) as current_value,
        cast(null as varchar) as proposed_value,
        nullif(concat_ws(
            '; ', 'rows = ' || leaked.own_rows, 'unmet = ' || why.criteria
        ), '') as evidence,
        coalesce(why.criteria, 'leaked') as reason_id,
        case
            when why.criteria is null then {{ text_id('reason', ["'leaked'"]) }}
            else {{ text_id('unmet', ['leaked.programme_id', 'leaked.observed']) }}
        end as text_id,
        leaked.amount_shown as monthly_amount,
        cast(null as integer) as settles,
        cast(null as integer) as need,
        coalesce(leaked.match_score, 1) as certainty

    from leaked
    left join {{ ref('leaked_reason') }} as why
        on
            leaked.programme_id = why.programme_id
            and leaked.observed = why.observed

)

select
    {{ item_ids('told') }},
    told.*

from told
cross join {{ source('selaras', 'pseudonym_key') }} as kept
